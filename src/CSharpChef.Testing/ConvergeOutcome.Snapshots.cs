using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CSharpChef.Testing;

// The snapshot of a run.
public sealed partial class ConvergeOutcome
{
    /// <summary>
    /// Asserts that the run is that of its snapshot, the file <c>TestClass.TestMethod.verified.txt</c> beside the test:
    /// the same resources with the same actions, notifications, changes and content, in the same order.
    /// </summary>
    /// <remarks>
    /// When the file is missing or differs, the run is in <c>TestClass.TestMethod.received.txt</c>, and the failure
    /// tells how to accept it. On CI, where the environment variable <c>CI</c> is set, nothing is accepted. Secrets are
    /// masked, and the folders of the machine that runs the test are replaced.
    /// </remarks>
    /// <param name="parameters">
    /// What tells apart the snapshots of one method, such as <c>$"{platform}"</c>. Default none.
    /// </param>
    /// <param name="scrub">Replaces more texts that differ from run to run. Default none.</param>
    /// <param name="sourceFile">Left out: the compiler sets it.</param>
    /// <param name="method">Left out: the compiler sets it.</param>
    /// <exception cref="ChefTestException">The file is missing or differs; the message has the difference.</exception>
    /// <example>
    /// <code>
    /// var run = await new ChefTest("cookbooks").Converge("site", FakeNode.Debian12());
    /// run.ShouldMatchSnapshot();
    /// </code>
    /// </example>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ConvergeOutcome ShouldMatchSnapshot(
        string parameters = "",
        Func<string, string>? scrub = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var caller = SnapshotPlace.CallingClass(new StackFrame(skipFrames: 1), sourceFile);
        var place = SnapshotPlace.Of(sourceFile, method, parameters, caller);
        var text = Scrubber.Scrub(RunText.Of(record, UnaskedQuery), record.Folders, place.Folder);
        var file = new SnapshotFile(place, SnapshotSettings.Mode(Environment.GetEnvironmentVariable));
        return file.Mismatch(scrub is null ? text : scrub(text)) is { } mismatch ? throw Failure(mismatch) : this;
    }
}
