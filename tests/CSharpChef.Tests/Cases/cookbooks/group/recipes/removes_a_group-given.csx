Group("ops");
