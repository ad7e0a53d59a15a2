Group("ops", g => g.Gid = 1717);
