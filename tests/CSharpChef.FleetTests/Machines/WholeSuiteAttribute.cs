using System.Reflection;
using Xunit.v3;

namespace CSharpChef.FleetTests.Machines;

/// <summary>
/// Marks tests that run only when the whole suite is asked for, so that each is skipped at once otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class WholeSuiteAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Prerequisite.RequireWholeSuite();
}
