using System.Runtime.CompilerServices;
using CSharpChef.TestSupport;

namespace CSharpChef.HouseRules;

/// <summary>Prepares the process before the first test.</summary>
internal static class TestProcess
{
    [ModuleInitializer]
    internal static void Prepare() => ToolFolders.Use();
}
