// The two looks of the map. Colours of industries come with the records.

export const LOOKS = {
  light: {
    sea: "#dfe8ec", shore: "#a9bcc4", around: "#efece4", land: "#fdfcf8", quiet: "#f4f1ea",
    county: "rgba(70,64,52,.20)", prefecture: "rgba(70,64,52,.46)", outer: "rgba(70,64,52,.62)", issuer: "rgba(40,50,60,.78)",
    label: "#4b463c", faint: "#7d776a", halo: "rgba(253,252,248,.92)", river: "#a8c4d2", fill: 0.19, leader: "rgba(60,56,48,.42)", text: "#22262a",
  },
  dark: {
    sea: "#10171c", shore: "#33444e", around: "#191e22", land: "#23292e", quiet: "#1d2226",
    county: "rgba(220,225,228,.15)", prefecture: "rgba(220,225,228,.34)", outer: "rgba(220,225,228,.44)", issuer: "rgba(232,236,238,.72)",
    label: "#d5d2c9", faint: "#959a9c", halo: "rgba(22,27,31,.9)", river: "#34515f", fill: 0.2, leader: "rgba(220,225,228,.4)", text: "#e6e4de",
  },
};

export const FONT = "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif";
export const SERIF = "'Noto Serif SC','Noto Serif CJK SC','Source Han Serif SC','Songti SC',STSong,SimSun,serif";
