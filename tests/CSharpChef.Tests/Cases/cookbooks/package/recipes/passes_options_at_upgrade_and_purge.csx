Package("hello", p =>
{
    p.Options = ["--no-install-recommends"];
    p.Do(p.Upgrade);
});
Package("tree", p =>
{
    p.Options = ["--allow-change-held-packages"];
    p.Do(p.Purge);
});
