Group("ops", g =>
{
    g.Gid = 4301;
    g.Members = ["bin", "sys"];
    g.AppendMembers = false;
});
