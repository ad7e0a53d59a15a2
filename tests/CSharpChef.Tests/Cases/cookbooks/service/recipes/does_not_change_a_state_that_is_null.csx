Service("case", s =>
{
    s.Enabled = null;
    s.Running = true;
});
