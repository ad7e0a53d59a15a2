using System.Runtime.CompilerServices;
using CSharpChef.Stacks.Store;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Compatibility;

/// <summary>
/// Stored members keep their names: the value of a renamed member would be lost in the stores of earlier builds.
/// </summary>
public sealed class StoredMembersTests
{
    [Fact]
    public void Every_stored_member_keeps_its_name() => Snapshot.Match(
        Path.Combine(Path.GetDirectoryName(ThisFile())!, "stored-members.verified.txt"),
        new StoredMembers(DocumentJson.OptionsOf(new())).Of(typeof(IDocument).Assembly));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
