using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// Skips a test unless the whole suite is asked for by CSHARPCHEF_FLEET=1, and fails it then on a machine that lacks
/// what the test needs.
/// </summary>
internal static class Prerequisite
{
    public static void RequireRootOnLinux()
    {
        Require(OperatingSystem.IsLinux(), "the fleet runs on Linux");
        Require(Environment.IsPrivilegedProcess, "the fleet needs root");
    }

    /// <param name="isMet">True when the machine has what the test needs.</param>
    /// <param name="reason">Why the test cannot run when it is not.</param>
    public static void Require(bool isMet, string reason)
    {
        WholeSuiteAttribute.SkipUnlessAskedFor();
        Assert.True(isMet, $"{reason}, and CSHARPCHEF_FLEET=1 forbids skipped tests");
    }
}
