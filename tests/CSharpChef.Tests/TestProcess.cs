using System.Reflection;
using System.Runtime.CompilerServices;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests;

/// <summary>Prepares the process before the first test.</summary>
internal static class TestProcess
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        // Tests also load this assembly again in a context of its own, and into the tool: these keep their folders.
        if (Assembly.GetEntryAssembly() == typeof(TestProcess).Assembly)
        {
            UseToolFolders();
        }
    }

    // A method of its own, because the tool cannot load the assembly of the test support.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UseToolFolders() => ToolFolders.Use();
}
