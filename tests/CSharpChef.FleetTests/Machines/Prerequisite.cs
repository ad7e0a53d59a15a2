namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// Skips a test on a machine that lacks what the test needs. With CSHARPCHEF_FLEET=1 the test fails instead.
/// </summary>
internal static class Prerequisite
{
    private static readonly string? Setting = Environment.GetEnvironmentVariable("CSHARPCHEF_FLEET");

    public static void RequireRootOnLinux()
    {
        Require(Setting != "0", "CSHARPCHEF_FLEET=0 disables the fleet tests");
        Require(OperatingSystem.IsLinux(), "the fleet runs on Linux");
        Require(Environment.IsPrivilegedProcess, "the fleet needs root");
    }

    /// <param name="isMet">True when the machine has what the test needs.</param>
    /// <param name="reason">Why the test cannot run when it is not.</param>
    public static void Require(bool isMet, string reason)
    {
        if (!isMet && Setting == "1")
        {
            Assert.Fail($"{reason}, and CSHARPCHEF_FLEET=1 forbids skipped tests");
        }

        Assert.SkipUnless(isMet, reason);
    }
}
