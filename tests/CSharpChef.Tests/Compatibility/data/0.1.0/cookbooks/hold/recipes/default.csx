Execute("echo held >\"$CSHARPCHEF_STATE/held\"; read -r line <\"$CSHARPCHEF_STATE/go\"", e =>
{
    e.Name = "hold the machine";
    e.Timeout = TimeSpan.FromSeconds(20);
});
