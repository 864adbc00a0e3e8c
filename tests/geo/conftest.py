"""Laws are tested without a deadline: the machine may be busy with other tests."""

from hypothesis import settings

settings.register_profile("geo", deadline=None)
settings.load_profile("geo")
