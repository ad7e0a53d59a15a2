Sysctl("net.ipv4.tcp_keepalive_time", s => s.Value = "7200");
await Converge();
Sysctl("net.ipv4.tcp_keepalive_time", s => s.Do(s.Remove));
