using System.Reflection;
using Xunit.v3;

namespace CSharpChef.TestSupport;

/// <summary>
/// Marks tests that run only in the whole suite, which CSHARPCHEF_FLEET=1 asks for: they need what few machines have,
/// or take long. Without it each is skipped at once.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class WholeSuiteAttribute : BeforeAfterTestAttribute
{
    /// <summary>Whether the whole suite is asked for.</summary>
    public static bool IsAskedFor { get; } = Environment.GetEnvironmentVariable("CSHARPCHEF_FLEET") == "1";

    public static void SkipUnlessAskedFor() =>
        Assert.SkipUnless(IsAskedFor, "it belongs to the whole suite, which CSHARPCHEF_FLEET=1 runs");

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => SkipUnlessAskedFor();
}
