Service("no-such-service");
