using CSharpChef.FleetTests.Web;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>The check of answers accepts valid answers and finds each kind of fault.</summary>
public sealed class ModelCheckTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DescribeStacks", """{"Stacks":[{"StackId":"s","CreatedAt":"2026-11-24T12:00:00+00:00","UseCustomCookbooks":true}]}""")]
    [InlineData("DescribeInstances", """{"Instances":[{"Architecture":"x86_64","LayerIds":[],"BlockDeviceMappings":[{"Ebs":{"Iops":7}}]}]}""")]
    [InlineData("DescribeLoadBasedAutoScaling", """{"LoadBasedAutoScalingConfigurations":[{"UpScaling":{"CpuThreshold":80.5,"InstanceCount":1}}]}""")]
    [InlineData("DeleteStack", "{}")]
    public async Task A_valid_answer_has_no_faults(string operation, string body) =>
        Assert.Empty((await CheckAsync()).Faults(operation, body));

    [Theory]
    [InlineData("DescribeStacks", """{"Stacks":[{"Id":"s"}]}""", "DescribeStacks.Stacks[0] has the member Id, which is not in the model of the clients")]
    [InlineData("DescribeStacks", """{"Stacks":{}}""", "DescribeStacks.Stacks is Object, and must be list")]
    [InlineData("DescribeStacks", """{"Stacks":[7]}""", "DescribeStacks.Stacks[0] is Number, and must be structure")]
    [InlineData("DescribeStacks", """{"Stacks":[{"Name":null}]}""", "DescribeStacks.Stacks[0].Name is Null, and must be string")]
    [InlineData("DescribeStacks", """{"Stacks":null}""", "DescribeStacks.Stacks is Null, and must be list")]
    [InlineData("DescribeStacks", """{"Stacks":[{"UseCustomCookbooks":"true"}]}""", "DescribeStacks.Stacks[0].UseCustomCookbooks is String, and must be boolean")]
    [InlineData("DescribeStacks", """{"Stacks":[{"CreatedAt":1700000000}]}""", "DescribeStacks.Stacks[0].CreatedAt is Number, and must be string")]
    [InlineData("DescribeStacks", """{"Stacks":[{"CreatedAt":"2026-11-24T12:00:00Z"}]}""", "is not a time such as yyyy-MM-ddTHH:mm:ss+00:00")]
    [InlineData("DescribeStacks", """{"Stacks":[{"Attributes":{"Colour":"red"}}]}""", "the key Colour of DescribeStacks.Stacks[0].Attributes is Colour")]
    [InlineData("DescribeStacks", """{"Stacks":[{"Attributes":{"Color":7}}]}""", "DescribeStacks.Stacks[0].Attributes.Color is Number, and must be string")]
    [InlineData("DescribeInstances", """{"Instances":[{"Architecture":"arm"}]}""", "Architecture is arm, which is not one of its values")]
    [InlineData("DescribeInstances", """{"Instances":[{"LayerIds":[1]}]}""", "DescribeInstances.Instances[0].LayerIds[0] is Number, and must be string")]
    [InlineData("DescribeInstances", """{"Instances":[{"BlockDeviceMappings":[{"Ebs":{"Iops":7.0}}]}]}""", "Iops is Number, and must be integer")]
    [InlineData("DescribeLoadBasedAutoScaling", """{"LoadBasedAutoScalingConfigurations":[{"UpScaling":{"CpuThreshold":"80"}}]}""", "must be double")]
    [InlineData("DeleteStack", """{"StackId":"s"}""", """DeleteStack answers {"StackId":"s"}, and has no output""")]
    public async Task An_invalid_answer_has_the_fault_that_describes_it(string operation, string body, string fault) =>
        Assert.Contains(fault, Assert.Single((await CheckAsync()).Faults(operation, body)), StringComparison.Ordinal);

    private static async Task<ModelCheck> CheckAsync()
    {
        AwsClient.SkipUnlessInstalled();
        return new(await ModelCheck.ReadAwsModelAsync("service-2.json", Ct));
    }
}
