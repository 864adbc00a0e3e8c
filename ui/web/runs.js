// What the page asks of Python: a step to another page, a language and a filter until they are heard.

const AGAIN_MS = 1000;
const ENOUGH_MS = 30_000;

export class Runs {
  constructor() {
    this.events = new Map();
    this.leaving = false;
    this.waiting = [];
  }

  // One event: Streamlit's call that makes Python run.
  ask(name, value) {
    if (!this.leaving) this.events.get(name)?.(value);
  }

  // To another page. Until its head stands nothing else is asked: an answer for the page
  // that is left would clear the new one.
  leave(name, value) {
    const from = this.page;
    this.leaving = true;
    this.insist(name, value, () => this.page !== from);
  }

  // The head of a page stands: what was asked to come here is asked no more.
  arrive(page) {
    if (page === this.page) return;
    clearTimeout(this.timer);
    this.page = page;
    this.stay();
  }

  // Now, or, while another page is on its way, when that page has come.
  settled(act) {
    if (this.leaving) this.waiting.push(act);
    else act();
  }

  stay() {
    this.leaving = false;
    for (const act of this.waiting.splice(0)) act();
  }

  // Ask until it is done: a run that ends as another begins takes the event with it, unheard.
  insist(name, value, done, wait = AGAIN_MS) {
    clearTimeout(this.timer);
    this.events.get(name)?.(value);
    this.timer = setTimeout(() => {
      if (done() || 2 * wait > ENOUGH_MS) this.stay();
      else this.insist(name, value, done, 2 * wait);
    }, wait);
  }
}
