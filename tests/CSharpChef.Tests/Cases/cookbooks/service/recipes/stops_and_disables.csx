Service("case", s =>
{
    s.Enabled = false;
    s.Running = false;
});
