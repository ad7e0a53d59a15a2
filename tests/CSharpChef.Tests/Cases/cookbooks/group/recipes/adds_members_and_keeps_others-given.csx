Group("ops", g => g.Members = ["daemon"]);
