Group("ops", g => g.Members = ["bin"]);
