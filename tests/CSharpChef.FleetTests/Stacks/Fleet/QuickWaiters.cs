using System.Text.Json.Nodes;
using CSharpChef.TestSupport;

namespace CSharpChef.FleetTests.Stacks.Fleet;

/// <summary>
/// The waiters of the AWS clients as their package has them, except that they ask every second: the 15 seconds of the
/// package are most of the time of a test.
/// </summary>
internal sealed class QuickWaiters : IDisposable
{
    private const string Model = "opsworks/2013-02-18/waiters-2.json";

    /// <summary>A folder of models for AWS_DATA_PATH.</summary>
    public string Folder { get; } = TemporaryFolder.Create("csharpchef-waiters-");

    public QuickWaiters()
    {
        var path = Path.Combine(Folder, Model);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var waiters = JsonNode.Parse(
            File.ReadAllText(Path.Combine("/usr/lib/python3/dist-packages/botocore/data", Model)))!;
        foreach (var (_, waiter) in waiters["waiters"]!.AsObject())
        {
            (waiter!["delay"], waiter["maxAttempts"]) = (1, 120);
        }

        File.WriteAllText(path, waiters.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
