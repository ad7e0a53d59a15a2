Directory("/srv/app");
Execute("true", e =>
{
    e.Cwd = "/srv/app";
    e.OnlyIf("test -d /srv/app");
});
