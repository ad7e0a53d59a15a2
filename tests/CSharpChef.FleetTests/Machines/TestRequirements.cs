namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// Skips a test where something it needs is missing, or fails it where the environment must provide that.
/// </summary>
internal static class TestRequirements
{
    private static readonly string? Setting = Environment.GetEnvironmentVariable("CSHARPCHEF_FLEET");

    public static void RequireRootOnLinux()
    {
        Require(Setting != "0", "the fleet is disabled by CSHARPCHEF_FLEET=0");
        Require(OperatingSystem.IsLinux(), "the fleet runs on Linux");
        Require(Environment.IsPrivilegedProcess, "the fleet needs root");
    }

    public static void Require(bool isMet, string reason)
    {
        if (!isMet && Setting == "1")
        {
            Assert.Fail($"{reason}, and CSHARPCHEF_FLEET=1 forbids to skip tests");
        }

        Assert.SkipUnless(isMet, reason);
    }
}
