Service("no-such-service", s =>
{
    s.Enabled = false;
    s.Running = false;
});
