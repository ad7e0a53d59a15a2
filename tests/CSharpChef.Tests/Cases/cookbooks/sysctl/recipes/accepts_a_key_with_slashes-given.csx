Sysctl("net.ipv4.conf.lo.log_martians", s => s.Value = "0");
