// The list of the layer's instances, as a balancer of load needs it.
File("/etc/members", f => f.Content = string.Concat(Node.Layer("web").Instances.Select(web => $"{web.Hostname} {web.PrivateIp}\n")));
