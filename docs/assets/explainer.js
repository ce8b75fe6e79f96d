// Progressive enhancements; every page reads whole without them.
