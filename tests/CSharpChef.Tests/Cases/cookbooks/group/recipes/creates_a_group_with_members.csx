Group("ops", g =>
{
    g.Gid = 4300;
    g.Members = ["daemon", "bin"];
});
Group("plain");
