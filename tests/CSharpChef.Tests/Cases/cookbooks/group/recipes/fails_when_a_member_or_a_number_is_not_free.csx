Group("plain", g =>
{
    g.Gid = 1717;
    g.IgnoreFailure = true;
});
Group("ops", g =>
{
    g.Members = ["nobodys"];
    g.IgnoreFailure = true;
});
Group("www-data", g =>
{
    g.Do(g.Remove);
    g.IgnoreFailure = true;
});
