namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// Skips a test where something it needs is missing, or fails it where the environment must provide that.
/// </summary>
internal static class Wanted
{
    private static readonly string? Setting = Environment.GetEnvironmentVariable("CSHARPCHEF_FLEET");

    public static void RootOnLinux()
    {
        Or(Setting != "0", "CSHARPCHEF_FLEET=0 says no fleet");
        Or(OperatingSystem.IsLinux(), "the fleet runs on Linux");
        Or(Environment.IsPrivilegedProcess, "the fleet needs root");
    }

    public static void Or(bool given, string reason)
    {
        if (!given && Setting == "1")
        {
            Assert.Fail($"{reason}, and CSHARPCHEF_FLEET=1 wants no test skipped");
        }

        Assert.SkipUnless(given, reason);
    }
}
