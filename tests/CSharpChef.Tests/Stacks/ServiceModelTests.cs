using System.Text.Json.Nodes;
using CSharpChef.Stacks;

namespace CSharpChef.Tests;

public sealed class ServiceModelTests
{
    [Fact]
    public void Print() => File.WriteAllText("/tmp/model.json", ServiceModel.Of(Operation.OpsWorks, "2013-02-18").ToJsonString(new() { WriteIndented = true }));
}
