Execute("true", e =>
{
    e.Name = "no folder";
    e.Cwd = "/no/such/folder";
    e.NotIf("true");
    e.IgnoreFailure = true;
});
Execute("true", e =>
{
    e.Name = "no user";
    e.RunAs = "no-such-user";
    e.OnlyIf("true");
    e.IgnoreFailure = true;
});
