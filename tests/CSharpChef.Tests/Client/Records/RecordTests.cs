using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Records;
using CSharpChef.Client.Records.Instances;
using CSharpChef.Client.Records.Layers;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Client.Records;

/// <summary>The client's records of the API.</summary>
public sealed class RecordTests
{
    [Theory]
    [InlineData("DescribeStacks", typeof(StackRecord))]
    [InlineData("DescribeLayers", typeof(LayerRecord))]
    [InlineData("DescribeApps", typeof(AppRecord))]
    [InlineData("DescribeInstances", typeof(InstanceRecord))]
    [InlineData("DescribePermissions", typeof(PermissionRecord))]
    [InlineData("DescribeLoadBasedAutoScaling", typeof(LoadScalingRecord))]
    public void A_record_knows_every_member_that_the_server_sends(string operation, Type record)
    {
        var list = (ListShape)ApiTargets.Find(operation).Output!.Members
            .Single(member => member.Shape is ListShape)
            .Shape;

        Findings.None(Missing((StructureShape)list.Item, record));
    }

    [Fact]
    public void Members_that_a_record_does_not_know_are_kept_and_named_with_their_path()
    {
        const string Json = """
            {"Arn":"a","StackId":"s","LayerId":"l","Shortname":"web","CustomRecipes":{"Setup":["x"],"Restart":["y"]},"Color":"red"}
            """;

        var layer = JsonSerializer.Deserialize(Json, ClientJson.Default.LayerRecord)!;

        Assert.Equal(["Color", "CustomRecipes.Restart"], UnknownMembers.Of(layer));
        Assert.Equal(Json.Trim(), JsonSerializer.Serialize(layer, ClientJson.Default.LayerRecord));
    }

    private static IEnumerable<string> Missing(StructureShape shape, Type record)
    {
        var known = ClientJson.Default.GetTypeInfo(record)!.Properties;
        foreach (var member in shape.Members)
        {
            if (known.FirstOrDefault(property => property.Name == member.Name) is not { } property)
            {
                yield return $"{record.Name} lacks {member.Name}";
                continue;
            }

            foreach (var inner in Inner(member.Shape) is { } structure ? Missing(structure, Element(property)) : [])
            {
                yield return inner;
            }
        }
    }

    private static StructureShape? Inner(Shape shape) => shape switch
    {
        StructureShape structure => structure,
        ListShape list => Inner(list.Item),
        _ => null,
    };

    private static Type Element(JsonPropertyInfo property) => property.PropertyType.IsGenericType
        ? property.PropertyType.GenericTypeArguments[0]
        : property.PropertyType;
}
