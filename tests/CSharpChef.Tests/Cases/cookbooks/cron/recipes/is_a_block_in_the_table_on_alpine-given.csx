Directory("/etc/crontabs");
