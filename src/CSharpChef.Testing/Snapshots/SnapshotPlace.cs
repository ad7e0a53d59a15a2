using System.Diagnostics;
using System.Reflection;

namespace CSharpChef.Testing;

/// <summary>
/// The files of a snapshot: <c>TestClass.TestMethod.verified.txt</c> and <c>.received.txt</c> beside the test.
/// </summary>
/// <param name="Folder">The folder of the test's source.</param>
/// <param name="Name">The names of the class and method, with the parameters of the test behind an underscore.</param>
internal sealed record SnapshotPlace(string Folder, string Name)
{
    public string Verified => Path.Combine(Folder, $"{Name}.verified.txt");

    public string Received => Path.Combine(Folder, $"{Name}.received.txt");

    /// <param name="sourceFile">The source file of the test, as the compiler names it.</param>
    /// <param name="method">The method of the test.</param>
    /// <param name="parameters">What tells apart the snapshots of one method; empty when it has one.</param>
    /// <param name="className">The class of the test.</param>
    public static SnapshotPlace Of(string sourceFile, string method, string parameters, string className)
    {
        var name = parameters.Length == 0 ? $"{className}.{method}" : $"{className}.{method}_{parameters}";
        return new(SourceFolder.Of(sourceFile), string.Concat(name.Select(letter => IsAllowed(letter) ? letter : '-')));
    }

    /// <summary>
    /// The class that calls the caller of this method, outside what the compiler adds; the name of the source file when
    /// it is not known.
    /// </summary>
    public static string CallingClass(StackFrame caller, string sourceFile)
    {
        var type = caller.GetMethod()?.DeclaringType;
        while (type?.DeclaringType is { } outer && type.Name.Contains('<', StringComparison.Ordinal))
        {
            type = outer;
        }

        return type is null || type.Name.Contains('<', StringComparison.Ordinal)
            ? Path.GetFileNameWithoutExtension(sourceFile)
            : WithOuter(type);
    }

    private static string WithOuter(MemberInfo type) =>
        type.DeclaringType is { } outer ? $"{WithOuter(outer)}.{Plain(type)}" : Plain(type);

    private static string Plain(MemberInfo type) => type.Name.Split('`')[0];

    // The names are the same on every system, so that a snapshot is found wherever the test runs.
    private static bool IsAllowed(char letter) =>
        letter >= ' ' && !"/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal);
}
