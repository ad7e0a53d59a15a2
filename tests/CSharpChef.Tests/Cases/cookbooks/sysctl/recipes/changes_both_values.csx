Sysctl("net.core.somaxconn", s => s.Value = "2048");
