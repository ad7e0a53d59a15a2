using CSharpChef.Client.Import;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes;
using CSharpChef.Tests.Client.Apply;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Client.Import;

public sealed class StackImportTests
{
    private const string StackId = "4c4e7a1e-6c0a-4b2e-9e0a-0f6a1f0a7a11";
    private const string Web = "7d5c3b2a-1111-4b2e-9e0a-0f6a1f0a7a22";

    private const string Stacks = $$"""
        { "Stacks": [{
            "StackId": "{{StackId}}", "Name": "shop", "Region": "eu-west-1", "VpcId": "vpc-1f2e3d4c",
            "Arn": "arn:aws:opsworks:eu-west-1:123456789012:stack/{{StackId}}/", "CreatedAt": "2016-03-01T09:00:00+00:00",
            "Attributes": { "Color": "rgb(45, 114, 184)" }, "DefaultOs": "Amazon Linux 2018.03", "HostnameTheme": "Layer_Dependent",
            "ServiceRoleArn": "arn:aws:iam::123456789012:role/aws-opsworks-service-role",
            "DefaultInstanceProfileArn": "arn:aws:iam::123456789012:instance-profile/aws-opsworks-ec2-role",
            "DefaultSubnetId": "subnet-a1b2c3d4", "CustomJson": "{\"port\": 8080}",
            "ConfigurationManager": { "Name": "Chef", "Version": "12" }, "ChefConfiguration": { "ManageBerkshelf": false },
            "UseCustomCookbooks": true, "UseOpsworksSecurityGroups": false,
            "CustomCookbooksSource": { "Type": "git", "Url": "https://example.com/cookbooks.git", "Revision": "main" },
            "DefaultSshKeyName": "ops", "DefaultRootDeviceType": "ebs", "AgentVersion": "4039-20200430042739" }] }
        """;

    private const string Layers = $$"""
        { "Layers": [{
            "LayerId": "{{Web}}", "StackId": "{{StackId}}", "Shortname": "web", "Name": "Web servers", "Type": "custom",
            "Arn": "arn:aws:opsworks:eu-west-1:123456789012:layer/{{Web}}", "CreatedAt": "2016-03-01T09:05:00+00:00",
            "Attributes": {}, "CustomSecurityGroupIds": ["sg-1"], "DefaultSecurityGroupNames": [], "Packages": ["nginx"],
            "VolumeConfigurations": [], "EnableAutoHealing": true, "AutoAssignElasticIps": false, "AutoAssignPublicIps": true,
            "DefaultRecipes": { "Setup": [], "Configure": [], "Deploy": [], "Undeploy": [], "Shutdown": [] },
            "CustomRecipes": { "Setup": ["site"], "Configure": [], "Deploy": ["site::deploy"], "Undeploy": [], "Shutdown": [] },
            "InstallUpdatesOnBoot": true, "UseEbsOptimizedInstances": false,
            "LifecycleEventConfiguration": { "Shutdown": { "ExecutionTimeout": 120, "DelayUntilElbConnectionsDrained": false } } }] }
        """;

    private const string Apps = $$"""
        { "Apps": [{
            "AppId": "9a8b7c6d-2222-4b2e-9e0a-0f6a1f0a7a33", "StackId": "{{StackId}}", "Shortname": "shop", "Name": "Shop",
            "Type": "other", "AppSource": { "Type": "git", "Url": "https://example.com/shop.git" }, "EnableSsl": false,
            "Attributes": {}, "CreatedAt": "2016-03-02T10:00:00+00:00",
            "Environment": [{ "Key": "TOKEN", "Value": "*****FILTERED*****", "Secure": true }] }] }
        """;

    private const string Users = """
        { "UserProfiles": [{ "IamUserArn": "arn:aws:iam::123456789012:user/alice", "Name": "alice", "SshUsername": "alice" }] }
        """;

    private const string Permissions = $$"""
        { "Permissions": [{
            "StackId": "{{StackId}}", "IamUserArn": "arn:aws:iam::123456789012:user/alice", "AllowSsh": true, "AllowSudo": false,
            "Level": "deploy" }] }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stack_of_OpsWorks_can_be_applied_and_its_export_is_the_imported_file()
    {
        var folder = Saved(("stacks", Stacks), ("layers", Layers), ("apps", Apps), ("users", Users), ("permissions", Permissions));
        var answers = SavedAnswers.Read(folder);

        var import = await StackImport.ReadAsync(answers, answers.OnlyStack, Ct);

        await using var server = await StackServer.StartAsync();
        await server.Plane.CreateUserAsync("alice");
        Environment.SetEnvironmentVariable("SHOP_TOKEN", "very-secret-token");
        await server.ApplyAsync(await EvaluatedAsync(folder, import.Text));
        Assert.Equal(import.Text, await server.ExportAsync("shop"));
    }

    [Fact]
    public async Task The_notes_name_what_has_to_be_filled_in_and_what_was_left_out()
    {
        var answers = SavedAnswers.Read(Saved(
            ("stacks", Stacks), ("layers", Layers), ("apps", Apps), ("volumes", """{ "Volumes": [{ "VolumeId": "v" }] }""")));

        var notes = (await StackImport.ReadAsync(answers, "shop", Ct)).Notes;

        Assert.Contains(notes, note => note.StartsWith("AWS does not show the secret SHOP_TOKEN", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("VpcId is for AWS alone", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("CustomSecurityGroupIds is", StringComparison.Ordinal));
        Assert.Contains("Volumes are not in the file", notes);
        Assert.Contains(notes, note => note.StartsWith("the answer of DescribeInstances is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{", "is not the output of a call of aws opsworks in JSON")]
    [InlineData("[]", "is not the output of a call of aws opsworks in JSON")]
    [InlineData("""{ "Stacks": {} }""", "Stacks is not a list of records")]
    [InlineData("""{ "Layers": [] }""", "no file of the folder has a stack")]
    [InlineData("""{ "Stacks": [{ "StackId": "1", "Name": "a" }, { "StackId": "2", "Name": "b" }] }""", "choose a or b")]
    [InlineData("""{ "Stacks": [{ "StackId": "1", "Name": "shop" }] }""", "a saved answer lacks a member")]
    public async Task A_folder_without_what_a_stack_needs_is_refused(string text, string reason)
    {
        var folder = Saved(("stacks", text));

        var refusal = await Assert.ThrowsAsync<UsageException>(async () =>
        {
            var answers = SavedAnswers.Read(folder);
            await StackImport.ReadAsync(answers, answers.OnlyStack, Ct);
        });

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private static string Saved(params (string Name, string Text)[] files)
    {
        var folder = TemporaryFolder.Create("saved-");
        Array.ForEach(files, file => File.WriteAllText(Path.Combine(folder, $"{file.Name}.json"), file.Text));
        return folder;
    }

    private static async Task<StackDeclaration> EvaluatedAsync(string folder, string text)
    {
        var file = Path.Combine(folder, "shop.csx");
        await File.WriteAllTextAsync(file, text, Ct);
        return (await new StackFile(file, DiskCache.Default()).ReadAsync(Ct)).Single();
    }
}
