Execute("touch /srv/made", e => e.Creates = "/srv/made");
Execute("touch /srv/seen", e => e.Creates = "/etc/passwd");
