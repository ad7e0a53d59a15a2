namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// What a test cannot do without: it is skipped where that is missing, and fails where it must not be missing.
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
