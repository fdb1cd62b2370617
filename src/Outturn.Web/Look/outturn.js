// What makes pages quicker to use where scripts run; every page works without.
