Execute("false", e => e.Creates = "/srv/made");
Execute("false", e => e.Creates = "/etc/passwd");
