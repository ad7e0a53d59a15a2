Execute("true", e =>
{
    e.Name = "both say yes";
    e.OnlyIf("test -e /etc/passwd");
    e.NotIf("test -e /no/such/path");
});
Execute("true", e =>
{
    e.Name = "the second says no";
    e.OnlyIf("test -e /etc/passwd");
    e.OnlyIf("test -e /no/such/path");
});
Execute("true", e =>
{
    e.Name = "not if says no";
    e.NotIf("test -d /etc");
});
