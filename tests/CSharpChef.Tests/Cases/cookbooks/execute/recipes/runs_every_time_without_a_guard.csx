Execute("true");
