// Fifty resources of a usual web node: what a run costs that finds nothing to do.
const string Home = "/etc/web-node";

Package("tree");
Package("hello");

Group("webnode", g => g.Gid = 2001);
User("webnode", u =>
{
    u.Uid = 2001;
    u.Group = "webnode";
    u.Home = "/srv/web-node";
    u.Shell = "/usr/sbin/nologin";
});
User("webops", u =>
{
    u.Uid = 2002;
    u.Group = "webnode";
    u.Shell = "/bin/bash";
    u.ManageHome = true;
});

foreach (var folder in new[] { "sites", "workers", "pools", "logging" })
{
    Directory($"{Home}/{folder}", d =>
    {
        d.Recursive = true;
        d.Mode = "0755";
    });
}

Directory("/srv/web-node", d =>
{
    d.Owner = "webnode";
    d.Group = "webnode";
    d.Mode = "0750";
});

string[] files =
[
    "sites/shop.conf", "sites/blog.conf", "sites/api.conf", "sites/admin.conf",
    "sites/media.conf", "sites/search.conf", "sites/status.conf", "sites/intern.conf",
    "workers/mail.ini", "workers/images.ini", "workers/reports.ini",
    "workers/billing.ini", "workers/import.ini", "workers/export.ini",
    "pools/www.conf", "pools/api.conf", "pools/admin.conf", "pools/batch.conf",
    "logging/access.yml", "logging/audit.yml", "logging/application.yml",
    "limits.conf", "logrotate.conf", "mime.types",
];
foreach (var file in files)
{
    CookbookFile($"{Home}/{file}", f =>
    {
        f.Source = file;
        f.Owner = "root";
        f.Group = "webnode";
        f.Mode = "0640";
    });
}

var unit = CookbookFile("/etc/systemd/system/web-node.service", f =>
{
    f.Owner = "root";
    f.Mode = "0640";
});

var service = Service("web-node");
unit.Notifies(service.Restart);
foreach (var name in new[] { "node.conf", "workers.env", "cache.conf", "metrics.yml", "motd" })
{
    Template($"{Home}/{name}", t =>
    {
        t.Owner = "root";
        t.Group = "webnode";
        t.Mode = "0640";
        t.Variables = new
        {
            Node.Hostname,
            Address = Node.IpAddress,
            Cpus = Node.Cpu.Count,
            Memory = Node.Memory.Total,
        };
        t.Notifies(service.Restart);
    });
}

Service("cron");

Link($"{Home}/default.conf", l => l.To = "sites/shop.conf");
Link($"{Home}/default.ini", l => l.To = "workers/mail.ini");
Link("/srv/web-node/config", l => l.To = Home);

Line("/etc/hosts", l => l.Text = "127.0.0.1 queue.web-node.internal");
Line("/etc/ssh/ssh_config", l =>
{
    l.Text = "    ServerAliveInterval 30";
    l.Match = "^ *ServerAliveInterval ";
});

Execute($"sort -u {Home}/mime.types > {Home}/mime.sorted", e =>
{
    e.Name = "sort the types";
    e.NotIf($"test -s {Home}/mime.sorted");
});

Cron("web-node-clean", c =>
{
    c.Schedule = "15 3 * * *";
    c.Command = "find /srv/web-node/tmp -mtime +7 -delete";
    c.User = "webnode";
});
Cron("web-node-report", c =>
{
    c.Schedule = "@hourly";
    c.Command = "/usr/local/bin/web-node-report --quiet";
    c.User = "webnode";
});
