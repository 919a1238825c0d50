/**
 * Microsoft's own applications: app id, name, and '+' where the name is in Microsoft's list of the Office 365 group of conditional access.
 * Source: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in, and a tenant's list of service principals of
 * 2026-08-20; https://learn.microsoft.com/entra/identity/conditional-access/reference-office-365-application-contents of 2024-12-06 (names only), read 2026-11-23.
 * Written by scripts/generate-azure-facts.ts.
 */

export const FIRST_PARTY_APPS = `
00000001-0000-0000-c000-000000000000 Azure ESTS Service
00000002-0000-0000-c000-000000000000 Windows Azure Active Directory
00000002-0000-0ff1-ce00-000000000000 +Office 365 Exchange Online
00000003-0000-0000-c000-000000000000 Microsoft Graph
00000003-0000-0ff1-ce00-000000000000 +Office 365 SharePoint Online
00000004-0000-0ff1-ce00-000000000000 +Skype for Business Online
00000005-0000-0000-c000-000000000000 Microsoft Azure Workflow
00000005-0000-0ff1-ce00-000000000000 +Viva Engage (formerly Yammer)
00000006-0000-0ff1-ce00-000000000000 +Microsoft Office 365 Portal
00000007-0000-0000-c000-000000000000 Dataverse
00000007-0000-0ff1-ce00-000000000000 +Microsoft Exchange Online Protection
00000008-0000-0000-c000-000000000000 Microsoft.Azure.DataMarket
00000009-0000-0000-c000-000000000000 Power BI Service
0000000a-0000-0000-c000-000000000000 Microsoft Intune
0000000b-0000-0000-c000-000000000000 Microsoft Seller Dashboard
0000000c-0000-0000-c000-000000000000 Microsoft App Access Panel
00000012-0000-0000-c000-000000000000 Microsoft Rights Management Services
00000014-0000-0000-c000-000000000000 Microsoft.Azure.SyncFabric
00000015-0000-0000-c000-000000000000 Microsoft Dynamics ERP
0000001a-0000-0000-c000-000000000000 MicrosoftAzureActiveAuthn
0000001b-0000-0000-c000-000000000000 Microsoft Power BI Information Service
00695ed2-3202-4156-8da1-69f60065e255 +Microsoft Visio Data Visualizer
00b41c95-dab0-4487-9791-b9d2c32c80f2 Office 365 Management
00edd498-7c0c-4e68-859c-5a55d518c9c0 Teams Biometric Service
00f82732-f451-4a01-918c-0e9896e784f9 Skype for Business Application Configuration Service
0130cc9f-7ac5-4026-bd5f-80a08a54e6d9 Azure Data Warehouse Polybase
01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9 Device Registration Service
01fc33a7-78ba-4d2f-a4b7-768e336e890e MS-PIM
022907d3-0f1b-48f7-badc-1ba6abab6d66 Azure SQL Database
02d2a314-8dbb-47d3-8a77-1677403097de Microsoft SaaS Hub Resource Provider
035f9e1d-4f00-4419-bf50-bf2d87eb4878 Azure Monitor Restricted
038187f5-ca69-4382-8c0b-8d87708d099f +MSAI Substrate Meeting Intelligence
04687a56-4fc2-4e36-b274-b862fb649733 MDATPNetworkScanAgent
0469d4cd-df37-4d93-8a61-f8c75b809164 Policy Administration Service
04b07795-8ddb-461a-bbee-02f9e1bf7b46 Microsoft Azure CLI
04f0c124-f2bc-4f59-8241-bf6df9866bbd Visual Studio
0517ffae-825d-4aff-999e-3f2336b8a20a M365 App Management Service
05a65629-4c1b-48c1-a78b-804c4abdd4af Microsoft Cloud App Security
05d97c70-cb7c-4e66-8138-d5ca7c59d206 Azure Edge Zones storage backend
06dd8193-75af-46d0-84bb-9b9bcaa89e8b SubstrateActionsService
080765e3-9336-4461-b934-310acccb907d Defender for Storage Advanced Threat Protection Resource Provider
0858ddce-8fca-4479-929b-4504feeed95e Microsoft Defender for Cloud Apps MIP Server
08e18876-6177-487e-b8b5-cf950c1e598c +SharePoint Online Web Client Extensibility
09abbdfd-ed23-44ee-a2d9-a627aa1c90f3 +ProjectWorkManagement
0a0a29f9-0a25-49c7-94bf-c53c3f8fa69d Cortana Experience with O365
0a5f63c0-b750-4f38-a71c-4fc0d58b89e2 Microsoft Mobile Application Management
0bf30f3b-4a52-48df-9a82-234910c4a086 Microsoft Graph Change Tracking
0c708d37-30b2-4f22-8168-5d0cba6f37be Microsoft Teams Partner Tenant Administration
0c7668b5-3260-4ad0-9f53-34ed54fa19b2 Microsoft Defender for Cloud Servers Scanner Resource Provider
0cb7b9ec-5336-483b-bc31-b15b5788de71 ASM Campaign Servicing
0cd196ee-71bf-4fd6-a57c-b491ffd4fb1e +Media Analysis and Transformation Service
0d38933a-0bbd-41ca-9ebd-28c4b5ba7cb7 M365PurvieweDiscoveryService
0e282aa8-2770-4b6c-8cf8-fac26e9ebe1f Sherlock
0eb4bf93-cb63-4fe1-9d7d-70632ccf3082 Microsoft Teams Intelligent Workspaces Interactions Service
0eda3b13-ddc9-4c25-b7dd-2f6ea073d6b7 Microsoft Flow CDS Integration Service
0f54b75d-4d29-4a92-80ae-106a60cd8f5d Teams User Engagement Profile Service
0f698dd4-f011-4d23-a33e-b36416dcb1e6 +OfficeClientService
0f6edad5-48f2-4585-a609-d252b1c52770 AIGraphClient
0fa37baf-7afc-4baf-ab2d-d5bb891d53ef Microsoft Teams ATP Service
0fc12b9a-5463-4b87-8f10-765fecb39990 SQL Copilot PPE
11413461-f071-4513-802f-acbb00576ed3 Azure Security Insights Content As Code
11c174dc-1945-4a9a-a36b-c79a0f246b9b Azure Monitor System
11cd3e2e-fccb-42ad-ad00-878b93575e07 Automated Call Distribution
12743ff8-d3de-49d0-a4ce-6c91a4245ea0 Metrics Monitor API
12ff570a-8284-47ed-adb3-fcc72b594c36 Consumption Billing
1341df96-0b28-43da-ba24-7a6ce39be816 Azure Managed HSM RP
13937bba-652e-4c46-b222-3003f4d1ff97 Substrate Context Service
14452459-6fa6-4ec0-bc50-1528a1a06bf0 Intune CMDeviceService
1459b1f6-7a5b-4300-93a2-44b4a651759f Azure Container Apps Arc - Control Plane
147dc821-b413-44c0-8009-1a3098378012 Work IQ User MCP
14d82eec-204b-4c2f-b7e8-296a70dab67e Microsoft Graph Command Line Tools
15689b28-1333-4213-bb64-38407dde8a5e Microsoft Azure
1609d3a1-0db2-4818-b854-fe1614f0718a Azure Edge Zones storage
161a339d-b9f5-41c5-8856-6a6669acac64 Microsoft Azure Alerts Management
166f1b03-5b19-416f-a94b-1d7aa2d247dc +Office Hive
167e2ded-f32d-49f5-8a10-308b921bc7ee OCaaS Worker Services
1690c5aa-925a-4d0e-836b-722c795bd0d0 Group Configuration Processor
16aeb910-ce68-41d1-9ac3-9e1673ac9575 IrisSelectionFrontDoor
16b1878d-62c7-4009-aa25-68989d63bbad Work IQ Mail MCP
1786c5ed-9644-47b2-8aa0-7201292175b6 Microsoft Bing Default Search Engine
17d5e35f-655b-4fb0-8ae6-86356e9a49f5 Office Online Client Microsoft Entra ID- Maker
184909ca-69f1-4368-a6a7-c558ee6eb0bd Marketplace Caps API
189cf920-d3d8-4133-9145-23adcc6824fa IpLicensingService
18a4ad1e-427c-4cad-8416-ef674e801d32 Intune DeviceActionService
18af356b-c4fd-4f52-9899-d09d21397ab7 Office365DirectorySynchronizationService
18ed3507-a475-4ccb-b669-d66bc9f2a36e Microsoft_AAD_RegisteredApps
18f36947-75b0-49fb-8d1c-29584a55cac5 +Reply-At-Mention
18fbca16-2224-45f6-85b0-f7bf2b39b3f3 Microsoft Docs
1950a258-227b-4e31-a9cf-717495945fc2 Microsoft Azure PowerShell
19947cfd-0303-466c-ac3c-fcc19a7a1570 Azure DNS
1996141e-2b07-4491-927a-5a024b335c78 +Microsoft Teams UIS
19b21e10-1304-498b-92d4-4290e94999fa Deprecated - CAS API Security RP Staging
1a14be2a-e903-4cec-99cf-b2e209259a0f Azure Lab Services
1a4b5304-a0fd-4017-8a3d-466fc083b73e MSATenantRestrictions
1b3c667f-cde3-4090-b60b-3d2abd0117f0 Windows Spotlight
1b730954-1685-4b74-9bfd-dac224a7b894 Azure Active Directory PowerShell
1b912ec3-a9dd-4c4d-a53e-76aa7adb28d7 AADReporting
1c0ae35a-e2ec-4592-8e08-c40884656fa5 Skype Team Substrate connector
1c2909a7-6432-4263-a70d-929a3c1f9ee5 Common Data Service License Management
1cda9b54-9852-4a5a-96d4-c2ab174f9edf O365Account
1d78a85d-813d-46f0-b496-dd72f50a3ec0 Microsoft Azure Policy Insights
1dcb1bc7-c721-498e-b2fa-bcddcea44171 Microsoft Azure Authorization Resource Provider
1e2ca66a-c176-45ea-a877-e87f7231e0ee Microsoft B2B Admin Worker
1e3e4475-288f-4018-a376-df66fd7fac5f NetworkTrafficAnalyticsService
1e70cd27-4707-4589-8ec5-9bd20c472a46 +Skype Presence Service
1efb1569-5fd6-4938-8b8d-9f3aa07c658d Microsoft Defender for Cloud for AI
1f5530b3-261a-47a9-b357-ded261e17918 Azure Multi-Factor Auth Connector
1fd5118e-2576-4263-8130-9503064c837a Azure Communication Services
1fe0d6b3-81f0-4cf5-9dfd-fbb297d7848c Microsoft Insider Risk Management
1fec8e78-bce4-4aaf-ab1b-5451cc387264 +Microsoft Teams
207a6836-d031-4764-a9d8-c1193f455f21 Conference Auto Attendant
2087bd82-7206-4c0a-b305-1321a39e5926 Microsoft To-Do
20a11fe0-faa8-4df5-baf2-f965f8f9972e ContactsInferencingEmailProcessor
21a8a852-89f4-4947-a374-b26b2db3d365 IC3 Long Running Operations Service
2220bbc4-4518-4fef-aac6-c6f32e9f9fd1 Customer Experience Platform PROD
2233b157-f44d-4812-b777-036cdaf9a96e Azure Cloud Shell
224a7b82-46c9-4d6b-8db0-7360fb444681 Microsoft Modern Contact Master
22d7579f-06c2-4baa-89d2-e844486adb9d Cortana at Work Bing Services
23523755-3a2b-41ca-9315-f81f3f566a95 ACOM Azure Website
23c898c1-f7e8-41da-9501-f16571f8d097 +OCPS Checkin Service
243c63a3-247d-41c5-9d83-7788c43f1c43 +Office Online Core SSO
257601fd-462f-4a21-b623-7f719f0f90f4 Centralized Deployment
262044b1-e2ce-469f-a196-69ab7ada62d3 Backup Management Service
2634dd23-5e5a-431c-81ca-11710d9079f4 +Microsoft Stream Service
268761a2-03f3-40df-8a8b-c3db24145b6b Universal Store Native Client
26a18ebc-cdf7-4a6a-91cb-beb352805e81 Skype Teams Calling API Service
26a4ae64-5862-427f-a9b0-044e62572a4f Microsoft Intune Checkin
26a7ee05-5602-4d76-a7ba-eae8b7b67941 Windows Search
26abc9a8-24f0-4b11-8234-e86ede698878 SubstrateDirectoryEventProcessor
273404b8-7ebc-4360-9f90-b40417f77b53 Microsoft Exact Data Match Service
27922004-5251-4030-b22d-91ecd9a37ea4 Outlook Mobile
2793995e-0a7d-40d7-bd35-6968ba142197 My Apps
27b24f1f-688b-4661-9594-0fdfde972edc Skype Business Voice Directory
28b567f6-162c-4f54-99a0-6887f387bbcc Microsoft Storefronts
292cff14-c0e8-4116-9e3b-99934ae05766 Work IQ SharePoint MCP
29d9ed98-a469-4536-ade2-f981bc1d605e Microsoft Authentication Broker
2a486b53-dbd2-49c0-a2bc-278bdfc30833 Cortana at Work Service
2abdc806-e091-4495-9b10-b04d93c3f040 Office Online Client Microsoft Entra ID- Augmentation Loop
2bb78a2a-f8f1-4bc3-8ecf-c1e15a0726e6 MicrosoftTeamsCortanaSkills
2c7dd73f-7a21-485b-b97d-a2508fa152c3 Azure ContainerApps Sessions
2c9e12e5-a56c-4ba1-b768-7a141586c6fe Viva Learning
2ca80e7c-4ad1-444f-88f5-58f92b71b7b0 Euclid
2cf9eb86-36b5-49dc-86ae-9a63135dfa8c Azure Traffic Manager and DNS
2cfc91a4-7baa-4a8f-a6c9-5f3d279060b8 Azure Application Change Service
2d215f00-80d1-4f4b-a6c8-28080dfafc81 Microsoft Authorization System Policy
2d4d3d8e-2be3-4bef-9f87-7875a61c29de +OneNote
2d4e7d66-4baf-4714-bf99-7e03dc377fdb Workload Identity Control Plane
2d7f3606-b07d-41d1-b9d2-0d0c9296a6e8 Microsoft Bing Search for Microsoft Edge
2db8cb1d-fb6c-450b-ab09-49b6ae35186b Microsoft Dynamics CRM Learning Path
2dbeefeb-6462-48a4-abe6-1c4989699319 Microsoft 365 Admin Center MCP
2ddfbe71-ed12-4123-b99b-d5fc8a062a79 Microsoft Teams Admin Portal Service
2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b Dynamics Data Integration
2eba9957-8c82-4bfd-8025-e4a4a97a9110 GSA-Purview
2f3f02c9-5679-4a5c-a605-0de55b07d135 Office 365 Information Protection
2f6713e6-1e21-4a83-91b4-5bf9a2378f81 Dynamics 365 Resource Scheduling Optimization
3090ab82-f1c1-4cdf-af2c-5d7a6f3e2cc7 Microsoft Defender for Cloud Apps
30e31aeb-977f-4f4f-a483-b61e8377b302 Microsoft Teams ADL
30e5659d-7a97-4c66-8863-497f329ac280 DataAssessments
3138fe80-4087-4b04-80a6-8866c738028a SharePoint Notification Service
3184af01-7a88-49e0-8b55-8ecdce0aa950 Azure Cost Management XCloud
328fd23b-de6e-462c-9433-e207470a5727 NFV Resource Provider
32b6d34b-c894-4971-8223-e17b86e9ad26 Signal B2 Service
331cc017-5973-4173-b270-f0042fddfd75 Power Apps API
3340b944-b12e-47d0-b46b-35f08ec1d8ee SPAuthEvent
33be1cef-03fb-444b-8fd3-08ca1b4d803f OneDrive Web
341b7f3d-69b3-47f9-9ce7-5b7f4945fdbd Azure Support - Network Watcher
342f61e2-a864-4c50-87de-86abc6790d49 Power Platform Policy Services CM - PROD
3471ca03-f150-4759-88e6-0bfc97daf723 OneCert-AzureDns-Prod
354b5b6d-abd6-4736-9f51-1be80049b91f Microsoft Mobile Application Management Backend
3570e63c-5acf-4f3f-9f15-a49faa5120d3 Power Apps Service Customer Management Plane Backend
35d54a08-36c9-4847-9018-93934c62740c PeoplePredictions
35e5e31d-b3e8-442b-9a8d-2f81f46938cf Entra App Platform System Application
3603eff4-9141-41d5-ba8f-02fb3a439cd6 Diagnostic Services Data Access
37182072-3c9c-4f6a-a4b3-b3f91cacffce AzureSupportCenter
372140e0-b3b7-4226-8ef9-d57986796201 Azure Windows VM Sign-In
3734c1a4-2bed-4998-a37a-ff1a9e7bf019 Microsoft Azure Container Apps - Data Plane
38049638-cc2c-4cde-abe4-4479d721ed44 Microsoft Approval Management
38808189-fa7a-4d8a-807f-eba01edacca6 AzNet Security Guard
394866fc-eedb-4f01-8536-3ff84b16be2a +Microsoft People Cards Service
3957683c-3a48-4a6c-8706-a6e2d6883b02 Omnichannel for CS Provisioning App Primary
39624784-6cbe-4a60-afbe-9f46d10fdb27 Teams and Skype for Business Administration
396e7f4b-41ea-4851-b04d-65de6cf1b4a3 Azure AD Identity Governance - SPO Management
39aaf054-81a5-48c7-a4f8-0293012095b9 +IC3 Gateway
39e6ea5b-4aa4-4df2-808b-b6b5fb8ada6f Dynamics Provision
3a3b6b87-84e2-4ad2-aa37-d76c339371a4 Storage Data Management RP Prod FPA
3aa5c166-136f-40eb-9066-33ac63099211 O365 Customer Monitoring
3af5a1e8-2459-45cb-8683-bcd6cccbcc13 Azure Smart Alerts
3af5adde-460d-4bc1-ada0-fc648af8fefb ChatMigrationService1P
3b2fa68d-a091-48c9-95be-88d572e08fb7 AzureBackupReporting
3b80cd3f-61ca-49b0-8d0f-7b6760e08705 ZTNA Policy Service Graph Client
3bc2296e-aa22-4ed2-9e1e-946d05afa6a2 +SharePoint Online Web Client Extensibility Isolated
3c31d730-a768-4286-a972-43e9b83601cd Demeter.WorkerRole
3c896ded-22c5-450f-91f6-3d1ef0848f6e WeveEngine
3cf468b4-12a0-43cd-aa3f-3f39210d14cf Quota Service Core - ARM Client
3cf6df92-2745-4f6f-bbcf-19b59bcdb62a Office 365 Client Admin
3db474b9-6a0c-4840-96ac-1fceb342124f Verifiable Credentials Service Request
3e050dd7-7815-46a0-8263-b73168a42c10 Teams Approvals
3eb95cef-b10f-46fe-94e0-969a3d4c9292 Office 365 Import Service
3edcf11f-df80-41b2-a5e4-7e213cca30d1 Azure Application Change Service
3f6aecb4-6dbf-4e45-9141-440abdced562 PROD Microsoft Defender For Cloud XDR
40775b29-2688-46b6-a3b5-b256bd04df9f +Microsoft Information Protection API
409eb69a-5e20-4e1e-a8bf-c23300057950 Azure Container Apps Arc - Data Plane
40c49ff3-c6ae-436d-b28e-b8e268841980 Microsoft Azure Network Copilot
4345a7b9-9a63-4910-a426-35363201d503 +O365 Suite UX
441509e5-a165-4363-8ee7-bcf0b7d26739 DWEngineV2
44a02aaa-7145-4925-9dcd-79e6e1b94eff Microsoft Dynamics 365 Apps Integration
45164d96-544d-4a64-a1ca-3fb4bbb6eb18 ScheduledActions
4580fd1d-e5a3-4f56-9ad1-aab0e3bf8f76 +Call Recorder
45a330b1-b1ec-4cc1-9161-9f03992aa49f Windows Store for Business
461e8683-5575-4561-ac7f-899cc907d62a Azns AAD Webhook
4660504c-45b3-4674-a709-71951a6b0763 Microsoft Invitation Acceptance Portal
4747d38e-36c5-4bc3-979b-b0ef74df54d1 PushChannel
475226c6-020e-4fb2-8a90-7a972cbfc1d4 +PowerApps Service
47629505-c2b6-4a80-adb1-9b3a3d233b7b Microsoft Exchange Web Services
4765445b-32c6-49b0-83e6-1d93765276ca +OfficeHome
4787c7ff-7cea-43db-8d0d-919f15c6354b Dynamics 365 Viva Sales
47ee738b-3f1a-4fc7-ab11-37e4822b007e Azure AD Application Proxy
486c78bf-a0f7-45f1-92fd-37215929e116 GatewayRP
48ac35b8-9aa8-4d74-927d-1f4a14a0b239 +Skype and Teams Tenant Admin API
48af08dc-f6d2-435f-b2a7-069abd99c086 +Connectors
497effe9-df71-4043-a8bb-14cf78c4b63b Exchange Admin Center
4990cffe-04e8-4e8b-808a-1175604b879f Microsoft Partner
499b84ac-1321-427f-aa17-267ca6975798 Azure DevOps
4ac7d521-0382-477b-b0f8-7e1d95f85ca2 Azure Analysis Services
4b233688-031c-404b-9a80-a4f3f2351f90 +Office.com
4bfd5d66-9285-44a1-bb14-14953e8cdf5e Audit GraphAPI Application
4c4f550b-42b2-4a16-93f9-fdb9e01bb6ed +Targeted Messaging Service
4c8f074c-e32b-4ba7-b072-0f39d71daf51 IPSubstrate
4d5c2d63-cf83-4365-853c-925fd1a64357 OfficeShredderWacClient
4e445925-163e-42ca-b801-9073bfa46d17 SharePoint Home Notifier
4eaceb75-fe6c-4953-b873-0fd565ecd334 Request Approvals Write Platform
507bc9da-c4e2-40cb-96a7-ac90df92685c Office 365 Reports
509e4652-da8d-478d-a730-e9d4a1996ca4 Azure Resource Graph
50d8616b-fd4f-4fac-a1c9-a6a9440d7fe0 OMSAuthorizationServicePROD
51133ff5-8e0d-4078-bcca-84fb7f905b64 +Microsoft Teams Mailhook
51b5e278-ed7e-42c6-8787-7ff93e92f577 Narada Notification Service
51b6191a-b045-44cf-8277-ee37c9fb5a06 Compute Image Registry
51be292c-a17e-4f17-9a7e-4b661fb16dd2 Microsoft Exchange ProtectedServiceHost
546068c3-99b1-4890-8e93-c8aeadcfe56a Common Data Service - Azure Data Lake Storage
55441455-2f54-42b5-bc99-93e21cd4ae28 Office Enterprise Protection Service
5572c4c0-d078-44ce-b81c-6cbf8d3ed39e Vortex [wsfed enabled]
557c67cf-c916-4293-8373-d584996f60ae Configuration Manager Microservice
55bdc56c-2b15-4538-aa37-d0c008c8c430 IC3 Gateway TestClone
55ebbb62-3b9c-49fd-9b87-9595226dd4ac Microsoft Azure Legion
562db366-1b96-45d2-aa4a-f2148cef2240 Diagnostic Services Trusted Storage Access
56823b05-67d8-413a-b6ab-ad19d7710cf2 Microsoft Defender for APIs Resource Provider
56841561-dc28-442b-94a8-f8e4fd8b6fa4 CapacityPolicyAssignmentApp
56a02f66-b2ce-4568-954b-907d5476c479 Production-DPS-1P-SQLIaaS
56c1da01-2129-48f7-9355-af6d59d42766 Graph Connector Service
57084ef3-d413-4087-a28f-f6f3b1ad7786 Branch Connect Web Service
579d9c9d-4c83-4efc-8124-7eba65ed3356 Azure Compute
57fb890c-0dab-4253-a5e0-7188c88b2bb4 SharePoint Online Client
5861f7fb-5582-4c1a-83c0-fc5ffdb531a6 Azure RBAC Data Plane
589d5083-6f11-4d30-a62a-a4b316a14abf Azure Key Vault Managed HSM
58c746b0-a0b0-4647-a8f6-12dde5981638 Azure AD Identity Governance Insights
58ea322b-940c-4d98-affb-345ec4cccb92 M365 Pillar Diagnostics Service
58ef1dbd-684c-47d6-8ffc-61ea7a197b95 AzNS EventHub Action
59534ab2-0027-4a45-b9ec-61d1b6b871c9 Power Platform Connector Management Service - PROD
59eca866-2f46-40b8-96ff-63f663121ef9 Agent 365
59f0a04a-b322-4310-adc9-39ac41e9631e Azure SRE Agent
5a807f24-c9de-44ee-a3a7-329e88a00ffc Messaging Bot API Application
5b20c633-9a48-4a5f-95f6-dae91879051f Azure Information Protection
5b3b270a-b9ad-46e7-9bbb-a866897c4dc7 Azure Portal RP
5d661950-3475-41cd-a2c3-d671a3162bc1 Microsoft Outlook
5da7367f-09c8-493e-8fd4-638089cddec3 CABProvisioning
5dc48733-b5df-475c-a49b-fa307ef00853 Internet resources with Global Secure Access
5e3ce6c0-2b1f-4285-8d4b-75ee78787346 +Microsoft Teams Web Client
5e5e43d4-54da-4211-86a4-c6e7f3715801 Azure Regional Service Manager
5f6aefe1-a8d4-4a7d-a461-6c70cb361014 Azure Security Insights Management
601d4e27-7bb3-4dee-8199-90d47d527e1c Office Change Management
603b8c59-ba28-40ff-83d1-408eee9a93e5 Verifiable Credentials Issuer Service
607e1f95-b519-4bac-8a15-6196f40e8977 StreamToSubstrateRepl
60b2e7d5-a27f-426d-a6b1-acced0846fdf Microsoft Azure IPAM
60c8bde5-3167-4f92-8fdb-059f6176dc0f Enterprise Roaming and Backup
60ca1954-583c-4d1f-86de-39d835f3e452 Microsoft Defender for Identity (formerly Radius Aad Syncer)
60e6cd67-9c8c-4951-9b3c-23c25a2169af Managed Disks Resource Provider
6104ad52-755e-428b-9fb5-5fdf4d2c4d53 Azure ContainerApps Auth
61109738-7d2b-4a0b-9fe3-660b1ff83505 SpoolsProvisioning
618dd325-23f6-4b6f-8380-4df78026e39b Microsoft 365 Admin portal
61a63147-3824-45f5-a186-ace3f4c9daeb MsgDataMgmt
61f9e166-f678-4342-bfd3-b49781ce7a0a Teams Policy Notification Processor Service
6204c1d1-4712-4c46-a7d9-3ed63d992682 +Microsoft Flow Portal
6208afad-753e-4995-bbe1-1dfd204b3030 Teams ACL management service
62256cef-54c0-4cb4-bcac-4c67989bdc40 OMSOctopiPROD
6253bca8-faf2-4587-8f2f-b056d80998a7 Microsoft Edge Insider Addons Prod
62b732f7-fc71-40bc-b27d-35efcb0509de Microsoft Teams AadSync
62e61498-0c88-438b-a45c-2da0517bebe6 VS with MSAL
62fd1447-0ef3-4ab7-a956-7dd05232ecc1 +Office Scripts Service
6326e366-9d6d-4c70-b22a-34c7ea72d73d Microsoft Exchange Message Tracking Service
637fcc9f-4a9b-4aaa-8713-a2a3cfda1505 Dynamics CRM Online Administration
63e61dc2-f593-4a6f-92b9-92e4d2c03d4f Microsoft Intune SCCM Connector
644c1b11-f63f-45fa-826b-a9d2801db711 CompliancePolicy
64f79cb9-9c82-4199-b85b-77e35b7dcbcb Microsoft Teams Bots
65c8bd9e-caac-4816-be98-0692f41191bc People Profile Event Proxy
65d91a3d-ab74-42e6-8a2f-0add61688c74 Microsoft Approval Management
660d4be7-2665-497f-9611-a42c2668dbce Microsoft Fluid Framework Preview
66244124-575c-4284-92bc-fdd00e669cea IAMTenantCrawler
66a88757-258c-4c72-893c-3e8bed4d6899 +Office 365 Search Service
67e3df25-268a-4324-a550-0de1c7f97287 Microsoft Office Web Apps Service
6872b314-67ab-4a16-98e7-a663b0f772c3 Office365 Shell SS-Server Default
688413c8-5319-43e1-9a0e-42f49da53686 Verified ID STS Controller
69893ee3-dd10-4b1c-832d-4870354be3d8 AEM-DualAuth
69dda2a9-33ca-4ed0-83fb-a9b7b8973ff4 Azure Files
6a0a243c-0886-468a-a4c2-eff52c7445da Application Insights Configuration Service
6a8b4b39-c021-437c-b060-5a14a3fd65f3 Verifiable Credentials Service Admin
6b11041d-54a2-4c4f-96a2-6053efe46d8b HoloLens Camera Roll Upload
6b3368c6-61d2-4a72-854c-42d1c4e71fed Azure Cost Management Scheduled Actions
6b5b3617-ba00-46f6-8770-1849282a189a Microsoft Defender For Cloud
6b91db1b-f05b-405a-a0b2-e3f60b28d645 +M365 Admin Services
6bccf540-eb86-4037-af03-7fa058c2db75 Geneva Alert RP
6d057c82-a784-47ae-8d12-ca7b38cf06b4 AzureVirtualNetworkManager
6d32b7f8-782e-43e0-ac47-aaad9f4eb839 Permission Service O365
6d81daa3-fdfe-4d42-a619-5b89358c3838 Defender for Cloud Apps - Microsoft Copilot Collector
6da466b6-1d13-4a2c-97bd-51a99e8d4d74 Exchange Office Graph Client for AAD - Interactive
6e02f8e9-db9b-4eb5-aa5a-7c8968375f68 Microsoft Azure Vnet Verifier
6e2cffc9-52e7-4bfa-8155-be5c1dacd81c Microsoft Defender for Cloud Defender Kubernetes Agent
6e99704e-62d5-40f6-b2fe-90aafbe3a710 OCaaS Experience Management Service
6ea8091b-151d-447a-9013-6845b83ba57b AD Hybrid Health
6f0478d5-61a3-4897-a2f2-de09a5a90c7f WindowsUpdate-Service
6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452 Dual-write
6f82282e-0070-4e78-bc23-e6320c5fa7de +Microsoft Discovery Service
707be275-6b9d-4ee7-88f9-c0c2bd646e0f Dynamic Alerts
709110f7-976e-4284-8851-b537e9bcb187 Microsoft Device Management Enrollment
71234da4-b92f-429d-b8ec-6e62652e50d7 Microsoft Customer Engagement Portal
73c2949e-da2d-457a-9607-fcc665198967 Azure Purview
74658136-14ec-4630-ad9b-26e160ff0fc6 ADIbizaUX
74bcdadc-2fdc-4bb3-8459-76d06952a0e9 Microsoft Intune Web Company Portal
75513c96-801d-4559-830a-6754de13dd19 M365 Label Analytics
7557eb47-c689-4224-abcf-aef9bd7573df +Skype for Business
7598ef18-a171-4c40-b5b2-9b6df5d67a21 Defender for Cloud Apps - Power Platform Solution Deployer
75d4238e-b142-4d2d-aed9-232b830b8706 Viva Skills
75efb5bc-18a1-4e7b-8a66-2ad2503d79c6 +Microsoft Teams Retail Service
765fe668-04e7-42ba-aec0-2c96f1d8b652 Exchange Office Graph Client for AAD - Noninteractive
76c7f279-7959-468f-8943-3954880e0d8c Azure SQL Managed Instance to Microsoft.Network
76cd24bf-a9fc-4344-b1dc-908275de6d6d Azure SQL Virtual Network to Network Resource Provider
789e8929-0390-42a2-8934-0f9dafb8ec89 Exchange Rbac
78e7bc61-0fab-4d35-8387-09a8d2f5a59d Yggdrasil
794ded15-70c6-4bcd-a0bb-9b7ad530a01a Microsoft Intune Advanced Threat Protection Integration
797f4846-ba00-4fd7-ba43-dac1f8f63013 Windows Azure Service Management API
79d7fb34-4bef-4417-8184-ff713af7a679 Azure Bastion
7ab7862c-4c57-491e-8a45-d52a7e023983 App Service
7ae5462d-d9d1-42f6-93ca-198d7b0ca997 Microsoft Security Data Connectors
7ae974c5-1af7-4923-af3a-fb1fd14dcb7e OutlookUserSettingsConsumer
7b58f833-4438-494c-a724-234928795a67 Directory and Policy Cache
7b7531ad-5926-4f2d-8a1d-38495ad33e17 Azure Advanced Threat Protection
7bf610f7-ecaf-43a2-9dbc-33b14314d6fe Microsoft.SecurityDevOps Resource Provider
7c33bfcb-8d33-48d6-8e60-dc6404003489 Network Watcher
7c99d979-3b9c-4342-97dd-3239678fb300 Data Classification Service
7cb67f16-9174-4dfc-989a-0d02aed8d3c3 MDA LCNC Power Platform Security Webhooks
7cd684f4-8a78-49b0-91ec-6a35d38739ba Azure Logic Apps
7d3471e1-ec8b-4655-92f3-bb331362b5ae Azure Storage Actions Resource Provider Service
7dcff627-a295-4553-9229-b1f3513f82a8 Power Platform Data Analytics
7df0a125-d3be-4c96-aa54-591f83ff541c Microsoft Flow Service
7e313d81-57dd-4bdd-906e-337963583de3 Intune DeviceDirectory ConfidentialClient
7e3bc4fd-85a3-4192-b177-5b8bfc87f42c Microsoft Azure Container Apps - Control Plane
7e468355-e4db-46a9-8289-8d414c89c43c Federated Profile Service
7f0d9978-eb2a-4974-88bd-f22a3006fe17 Intune DiagnosticService
7f15f9d9-cad0-44f1-bbba-d36650e07765 Azure Synapse Link for Dataverse
7fe3d988-4f3b-4f33-83bd-1fb921a35ed2 PurviewRoleAssignmentMigrator
80ccca67-54bd-44ab-8625-4b79c4dc7775 Microsoft 365 Security and Compliance Center
80dbdb39-4f33-4799-8b6f-711b5e3e61b6 Billing RP
810dcf14-1858-4bf2-8134-4c369fa3235b Azure AD Identity Governance - Entitlement Management
81172f0f-5d81-47c7-96f6-49c58b60d192 Microsoft Defender for Cloud MultiCloud Onboarding
81473081-50b9-469a-b9d8-303109583ecb Cortana Runtime Service
81ca2f57-06b8-4597-9eee-ad8f700c5106 MicrosoftEntraIDReputationManagementServices
823dfde0-1b9a-415a-a35a-1ad34e16dd44 Microsoft Teams Wiki Images Migration
835b2a73-6e10-4aa5-a979-21dfda45231c Azure Lab Services Portal
844cca35-0656-46ce-b636-13f48b0eecbd Microsoft Stream Mobile Native
84a0e9dd-6e58-4aad-82af-ebe485acd09d Hubble Media Service
85eced78-2127-4b24-9418-95f0bbe3d145 Safelinks
86b4b4b4-db10-481c-876b-07447e7f204f +Groups Service
870c4f2e-85b6-4d43-bdda-6ed9a579b725 Microsoft Information Protection Sync Service
871c010f-5e61-4fb1-83ac-98610a7e9110 Microsoft Power BI
87251ad4-d513-4246-8138-b40d418b9005 CommComplianceApp
87749df4-7ccf-48f8-aa87-704bad0e0e16 Microsoft Teams - Device Admin Agent
87e86b91-9ae3-4679-b68a-471fe50be746 Microsoft Managed Policy Manager
886b3ae5-8ee1-4bb4-a312-b35341a95909 Syntex Resource Provider
88884730-8181-4d82-9ce2-7d5a7cc7b81e SharePoint Notification Service
8909aac3-be91-470c-8a0b-ff09d669af91 Microsoft Parature Dynamics CRM
89b757f8-1e01-4f41-8c72-75e191b11b8c Azure Context Cache RP Prod Identity
89bee1f7-5e6e-4d8a-9f3d-ecd601259da7 +Office365 Shell WCSS-Client
89e7f920-bdc3-4e71-99e5-30d84827b610 Dunloe Dataplane Service
8a753eec-59bc-4c6a-be91-6bf7bfe0bcdf Teams Application Gateway
8ad61c39-5b6e-447c-b26a-a64eee436502 M365AdminAgent
8ae6a0b1-a07f-4ec9-927a-afb8d39da81c Microsoft Device Management EMM API
8b3391f4-af01-4ee8-b4ea-9871b2499735 O365 Secure Score
8b62382d-110e-4db8-83a6-c7e8ee84296a PowerAI
8bbf8725-b3ca-4468-a217-7c8da873186e DeploymentScheduler
8bdebf23-c0fe-4187-a378-717ad86f6a53 ResourceHealthRP
8bea2130-23a1-4c09-acfb-637a9fb7c157 M365 Pillar Diagnostics Service API
8c59ead7-d703-4a27-9e55-c96a0054c8d2 My Profile
8c8fbf21-0ef3-4f60-81cf-0df811ff5d16 Power Query Online GCC-L5
8cae6e77-e04e-42ce-b5cb-50d82bce26b1 Microsoft Policy Insights Provider Data Plane
8d3a7d3c-c034-4f19-a2ef-8412952a9671 Microsoft Office Licensing Service
8d605dfc-1a04-4da6-9be2-8426724af3f3 Power Platform Authorization Service PROD
8e0e8db5-b713-4e91-98e6-470fed0aa4c2 Microsoft Azure Signup Portal
8e14e873-35ba-4720-b787-0bed94370b17 +Microsoft Teams Targeting Application
8edd93e1-2103-40b4-bd70-6e34e586362d Windows Azure Security Resource Provider
8ee8fdad-f234-4243-8f3b-15c294843740 Microsoft Threat Protection
8f348934-64be-4bb2-bc16-c54c96789f43 +EDU Assignments
8f41dc7c-542c-4bdd-8eb3-e60543f607ca Microsoft Device Directory Service
8fca0a66-c008-4564-a876-ab3ae0fd5cff Microsoft.SMIT
905fcf26-4eb7-48a0-9ff0-8dcc7194b5ba +Sway
910333d2-47e9-43ca-981f-6df2f4531ef4 Work IQ Calendar MCP
913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0 Dynamics Lifecycle services
914fed76-dc75-4540-bf23-57624291b0ec M365AdminSettingsService
91ad134d-5284-4adc-a896-d7fd24e9fa15 Microsoft Alchemy Service
91ca2ca5-3b3e-41dd-ab65-809fa3dffffa Sticky Notes API
925eb0d0-da50-4604-a19f-bd8de9147958 Groupies Web Service
92876b03-76a3-4da8-ad6a-0511ffdf8647 M365PurvieweDiscoveryInfra
934d626a-1ead-4a36-a77d-12ec63b87a0d Microsoft Rights Management Services Default
93625bc8-bfe2-437a-97e0-3d0060024faa Microsoft password reset service
939fe80f-2eef-464f-b0cf-705d254a2cf2 Power Query Online GCC-L2
93bd1aa4-c66b-4587-838c-ffc3174b5f13 Power Platform Global Discovery Service
93d53678-613d-4013-afc1-62e9e444a0a5 +Office Online Add-in SSO
944f0bd1-117b-4b1c-af26-804ed95e767e +Media Analysis and Transformation Service
949eebbd-6fe4-4eb5-a25e-a9bf12d6b96e Microsoft Sentinel Situational Awareness Workspace Access
94c63fef-13a3-47bc-8074-75af8c65887a +Office Delve
959678cf-d004-4c22-82a6-d2ce549a58b8 Microsoft_Azure_Support
95de633a-083e-42f5-b444-a4295d8e9314 +Microsoft Whiteboard Services
96ff4394-9197-43aa-b393-6a41652e21f8 Power Virtual Agents
972bb84a-1d27-4bd3-8306-6b8e57679e8c Microsoft Defender for Cloud Apps - APIs
978877ea-b2d6-458b-80c7-05df932f3723 Microsoft Teams AuditService
97cb1f73-50df-47d1-8fb0-0271f2728514 Transcript Ingestion
981f26a1-7f43-403b-a875-f8b09b8cd720 Azure Multi-Factor Auth Client
982bda36-4632-4165-a46a-9863b1bbcf7d O365 Demeter
98785600-1bb7-4fb9-b9fa-19afe2c8a360 Azure Security Insights
98c8388a-4e86-424f-a176-d1288462816f Recommended
98db8bd6-0cc0-4e67-9de5-f187f1cd1b41 Microsoft Substrate Management
992136bc-5b57-425f-8d95-ac65975722cd Microsoft Defender Hunting
99335b6b-7d9d-4216-8dee-883b26e0ccf7 Power Platform Dataflows Common Data Service Client
996def3d-b36c-4153-8607-a6fd3c01b89f Dynamics 365 Business Central
997dc448-eeab-4c93-8811-6b2c80196a16 CCM TAGS
99b904fd-a1fe-455c-b86c-2f9fb1da7687 Microsoft Exchange ForwardSync
9abd8443-d92a-40e6-a9ec-e5b6d29bc724 MTP Unified RBAC
9b06ebd4-9068-486b-bdd2-dac26b8a5a7a Microsoft.DynamicsMarketing
9bb724a5-4639-438c-969b-e184b2b1e264 KaizalaActionsPlatform
9bdab391-7bbe-42e8-8132-e4491dc29cc0 Azure Backup NRP Application
9c60a40b-b5c5-4d01-8588-776209c80db3 Search Federation Connector - Dataverse
9c8b80bc-6887-42d0-b1af-d0c40f9bf1fa Azure SQL Managed Instance to Azure AD Resource Provider
9cb77803-d937-493e-9a3b-4b49de3f5a74 Microsoft Intune Service Discovery
9cd0f7df-8b1a-4e54-8c0c-0ef3a51116f6 DirectoryLookupService
9d06afd9-66c9-49a6-b385-ea7509332b0b O365SBRM Service
9d4afbbc-06a4-49e0-8005-4e5afd1d4fec ZTNA Network Access Control Plane
9e133cac-5238-4d1e-aaa0-d8ff4ca23f4e Conferencing Virtual Assistant
9e4a5442-a5c9-4f6f-b03f-5b9fcaaf24b1 +OfficeServicesManager
9e5d84af-8971-422f-968a-354cd675ae5b ComplianceAuthServer
9ea1ad79-fdb6-4f9a-8bc3-2b70f96e34c7 Bing
9ec59623-ce40-4dc8-a635-ed0275b5d58a Purview Ecosystem
9ee7b58d-f9db-45bc-ad7b-c2b97bbc3337 Defender Experts for XDR
a0551534-cfc9-4e1f-9a7a-65093b32bb38 AzureLockbox
a0be0c72-870e-46f0-9c49-c98333a996f7 AzureDnsFrontendApp
a150d169-7d37-47dd-9b20-156207b7b02f MIP Exchange Solutions
a164aee5-7d0a-46bb-9404-37421d58bdf7 Microsoft Teams AuthSvc
a1b76039-a76c-499f-a2dd-846b4cc32627 Azure Key Vault Managed HSM Key Governance Service
a1bfe852-bf44-4da0-a9c1-37af2d5e6df9 Microsoft Graph Bicep Extension
a25dbca8-4e60-48e5-80a2-0664fdb5c9b6 Microsoft.MileIQ
a303894e-f1d8-4a37-bf10-67aa654a0596 Compute Usage Provider
a3475900-ccec-4a69-98f5-a65cd5dc5306 Partner Customer Delegated Admin Offline Processor
a3b79187-70b2-4139-83f9-6016c58cd27b WindowsDefenderATP Portal
a3dfc3c6-2c7d-4f42-aeec-b2877f9bce97 Microsoft Azure AD Identity Protection
a47591ab-e23e-4ffa-9e1b-809b9067e726 Microsoft Teams User Profile Search Service
a4a365df-50f1-4397-bc59-1a1564b8bb9c Microsoft Remote Desktop
a4c1cdb3-88ab-4d13-bc99-1c46106f0727 Marketplace Reviews
a57aca87-cbc0-4f3c-8b9e-dc095fdc8978 IAM Supportability
a68e1e61-ad4f-45b6-897d-0a1ea8786345 Office365 Shell WCSS-Server Default
a6aa9161-5291-40bb-8c5c-923b567bee3b Storage Resource Provider
a70c8393-7c0c-4c1e-916a-811bd476ee11 Microsoft Defender for Cloud CIEM
a7d8f84e-510b-46d6-8f59-77e581db63bc Azure Static Web Apps
a855a166-fd92-4c76-b60d-a791e0762432 Microsoft Teams VSTS
a882f5bd-2492-44fe-bb55-a811aab59451 Intune Compliance Client Prod
a8b6bf88-1d1a-4626-b040-9a729ea93c65 Compute Artifacts Publishing Service
a970bac6-63fe-4ec5-8884-8536862c42d4 Substrate Search Settings Management Service
a9b49b65-0a12-430b-9540-c80b3332c127 Office Online Search
aa580612-c342-4ace-9055-8edee43ccb89 Microsoft Teams Shifts
aa813f0e-407a-459d-93af-805f2bf10f33 Substrate Conversation Intelligence Service
aa9ecb1e-fd53-4aaa-a8fe-7a54de2c1334 Office 365 Configure
aad3e70f-aa64-4fde-82aa-c9d97a4501dc RPA - Machine Management Relay Service
ab158d9a-0b5c-4cc3-bb2b-f6646581e4e4 CAP Neptune Prod CM Prod
ab27a73e-a3ba-4e43-8360-8bcc717114d8 Microsoft.OfficeModernCalendar
ab3be6b7-f5df-413d-ac2d-abf1e3fd9c0b +Microsoft Teams Graph Service
ab7c82de-7946-4454-ac28-70249d17c95e Work IQ Copilot MCP
ab9b8c07-8f02-4f72-87fa-80105867a763 +OneDrive SyncEngine
abc63b55-0325-4305-9e1e-3463b182a6dc TenantSearchProcessors
abfa0a7c-a6b6-4736-8310-5855508787cd Microsoft Azure App Service
ac6dbf5e-1087-4434-beb2-0ebf7bd1b883 Microsoft Defender for Cloud Apps - Customer Experience
ad40333e-9910-4b61-b281-e3aeeb8c3ef3 AI Builder Authorization Service
ae8e128e-080f-4086-b0e3-4c19301ada69 Scheduling
aeb86249-8ea3-49e2-900b-54cc8e308f85 M365 License Manager
aebc6443-996d-45c2-90f0-388ff96faa56 Visual Studio Code
b0b2a2bb-6361-4549-a00c-a018417eb8e2 Work IQ OneDrive MCP
b1379a75-ce5e-4fa3-80c6-89bb39bf646c +Microsoft Teams Chat Aggregator
b15f3d14-f6d1-4c0d-93da-d4136c97f006 Azure Storage Discovery Resource Provider
b20d0d3a-dc90-485b-ad11-6031e769e221 SalesInsightsWebApp
b23dd4db-9142-4734-867f-3577f640ad0c Office Online Client Microsoft Entra ID- Loki
b2cc270f-563e-4d8a-af47-f00963a71dcd OneProfile Service
b46c3ac5-9da6-418f-a849-0a07a10b3c6c Cloud Infrastructure Entitlement Management
b4bddae8-ab25-483e-8670-df09b9f1d0ea Signup
b4ca0290-4e73-4e31-ade0-c82ecfaabf6a Azure DNS Managed Resolver
b503eb83-1222-4dcc-b116-b98ed5216e05 Azure Notification Service
b51a99a9-ccaa-4687-aa2c-44d1558295f4 Microsoft Exact Data Match Upload Agent
b55b276d-2b09-4ad2-8de5-f09cf24ffba9 +Microsoft Teams - Teams And Channels Service
b5a60e17-278b-4c92-a4e2-b9262e66bb28 Azure MFA StrongAuthenticationService
b669c6ea-1adf-453f-b8bc-6d526592b419 Focused Inbox
b692184e-b47f-4706-b352-84b288d2d9ee Microsoft.MileIQ.RESTService
b6a1fec6-8029-456b-81ed-de7754615362 TI-1P-APP
b6b84568-6c01-4981-a80f-09da9a20bbed Microsoft Invoicing
b6e69c34-5f1f-4c34-8cdf-7fea120b8670 Office Online Client MSA- Loki
b6fb6bd6-f0fb-4a60-beb1-4e50afd0eaa9 Power Apps Service Data Plane Backend
b7912db9-aa33-4820-9d4f-709830fdd78f ConnectionsService
b8066b99-6e67-41be-abfa-75db1a2c8809 Microsoft Intune IW Service
b8340c3b-9267-498f-b21a-15d5547fd85e Hyper-V Recovery Manager
b861dbcc-a7ef-4219-a005-0e4de4ea7dcf Data Export Service for Microsoft Dynamics 365
b8d56525-1fd0-4121-a640-e0ede64f74b5 M365CommunicationCompliance
b97b6bd4-a49f-4a0c-af18-af507d1da76c +Office Shredding Service
b9a92e36-2cf8-4f4e-bcb3-9d99e00e14ab Compute Recommendation Service
ba081686-5d24-4bc6-a0d6-d034ecffed87 Work IQ CLI
ba23cd2a-306c-48f2-9d62-d3ecd372dfe4 DecomOfficeGraph
ba9ff945-a723-4ab5-a977-bd8c9044fe61 My Staff
bb2a2e3a-c5e7-4f0a-88e0-8e01fd3fc1f4 CPIM Service
bb2a64ee-5d29-4b07-a491-25806dc854d3 Verifiable Credentials Service
bb8f18b0-9c38-48c9-a847-e1ef3af0602d Microsoft.Azure.ActiveDirectoryIUX
bc59ab01-8403-45c6-8796-ac3ef710b3e3 Outlook Online Add-in App
bceea168-88ac-4736-95dc-4ce488ffe324 Microsoft Defender for Cloud
bd11ca0f-4fd6-4bb7-a259-4a36693b6e13 MCAPI AAD Bridge Service
bd6d9218-235b-4abd-b3be-9ff157dcf36c MDC Data Sensitivity
bd93b475-f9e2-476e-963d-b2daf143ffb9 SQLVMResourceProviderAuth
bdd48c81-3a58-4ea9-849c-ebea7f6b6360 Password Breach Authenticator
bf26f092-3426-4a99-abfb-97dad74e661a Azure AD Identity Governance
bf4fa6bf-d24c-4d1c-8cfd-12063dd646b2 AADPremiumService
bf9fc203-c1ff-4fd4-878b-323642e462ec Microsoft Commerce Accounts Service
c066d759-24ae-40e7-a56f-027002b5d3e4 M365DataAtRestEncryption
c08f52c9-8f03-4558-a0ea-9a4c878cf343 Microsoft apps with Global Secure Access
c09dc6d6-3bff-482b-8e40-68b3ad65f3fa ProductsLifecycleApp
c161e42e-d4df-4a3d-9b42-e7a3c31f59d4 Microsoft Intune API
c1c74fed-04c9-4704-80dc-9f79a2e515cb Yammer Web
c2ada927-a9e2-4564-aae2-70775a2fa0af OCaaS Client Interaction Service
c2d0c2b6-8013-4346-9f8b-b81d3b754a29 Work IQ Word MCP
c35cb2ba-f88b-4d15-aa9d-37bd443522e1 GroupsRemoteApiRestClient
c39c9bac-9d1f-4dfb-aa29-27f6365e5cb7 Azure Advisor
c4288165-6698-45ba-98a5-48ea7791fed3 Azure Service Connector Resource Provider
c44b4083-3bb0-49c1-b47d-974e53cbdf3c Azure Portal
c476eb34-4c94-43bc-97fc-94ede0534615 Azure Update Manager
c495cfdc-814f-46a1-89f0-657921c9fbe0 Azure AD Identity Governance - Dynamics 365 Management
c4bd54e4-c607-435b-8a5a-0d61edff7554 Intune Mobile Application Management Client
c505e273-0ba0-47e7-a0bd-f48042b4524d AzureBackup_WBCM_Service
c5393580-f805-4401-95e8-94b7a6ef2fc2 Office 365 Management APIs
c58637bb-e2e1-4312-8a00-04b5ffcd3403 SharePoint Online Client Extensibility
c5b17a4f-cc6f-4649-9480-684280a2af3a aciapi
c606301c-f764-4e6b-aa45-7caaaea93c9a Office Store
c61d67cf-295a-462c-972f-33af37008751 Call Quality Dashboard
c6871074-3ded-4935-a5dc-b8f8d91d7d06 ISV Portal
c728155f-7b2a-4502-a08b-b8af9b269319 AAD Request Verification Service - PROD
c830ddb0-63e6-4f22-bd71-2ad47198a23e Microsoft To-Do
c89c853c-c6cc-4c84-bfd9-fcd7e1c50793 Entra Identity Protection
c92229fa-e4e7-47fc-81a8-01386459c021 Common Data Service User Management
c9224372-5534-42cb-a48b-8db4f4a3892e MS Teams Griffin Assistant
c9299480-c13a-49db-a7ae-cdfe54fe0313 PowerApps-Advisor
c98e5057-edde-4666-b301-186a01b4dc58 MicrosoftEndpointDLP
c9a559d2-7aab-4f13-a6ed-e7e9c52aec87 +Microsoft Forms
ca0a114d-6fbc-46b3-90fa-2ec954794ddb Microsoft Device Management Checkin
ca7f3f0b-7d91-482c-8e09-c5d840d0eac5 Log Analytics API
cb1bda4c-1213-4e8b-911a-0a8c83c5d3b7 o365.servicecommunications.microsoft.com
cb250467-fc8f-4c42-8349-9ff9e9a17b02 Deprecated - CAS API Security RP Dev
cb4dc29f-0bf4-402a-8b30-7511498ed654 Power BI Premium
cbfda01c-c883-45aa-aedc-e7a484615620 Microsoft Windows AutoPilot Service API
cbff9545-769a-4b41-b76e-fbb069e8727e Microsoft Defender for Cloud Pricing Resource Provider
cc15fd57-2c6c-4117-a88c-83b1d56b4bbe +Microsoft Teams Services
ccf4d8df-75ce-4107-8ea5-7afd618d4d8a Microsoft Intune AAD BitLocker Recovery Key Integration
cdccd920-384b-4a25-897d-75161a4b74c1 Skype Teams Firehose
ce5029ee-c1d3-45c0-bdcc-efb5a4245687 Work IQ Teams MCP
ce6ff14a-7fdc-4685-bbe0-f6afdfcfa8e0 Azure Linux VM Sign-In
ce79fdc4-cd1d-4ea5-8139-e74d7dbe0bb7 Lifecycle Workflows
cedebc57-38a2-4f0a-8472-dfcbba5b04c6 M365 Compliance Drive
ceecbdd6-288c-4be9-8445-74f139e5db19 SQLDBControlPlaneFirstPartyApp
cf36b471-5b44-428c-9ce7-313bf84528de Microsoft Bing Search
cf53fce8-def6-4aeb-8d30-b158e7b1cf83 +Microsoft Stream Portal
cf6c77f8-914f-4078-baef-e39a5181158b Microsoft Teams Settings Store
cfa8b339-82a2-471a-a3c9-0fc0be7a4093 Azure Key Vault
cfbd4387-1a16-4945-83c0-ec10e46cd4da Azure Security for IoT
d0597157-f0ae-4e23-b06c-9e65de434c4f Microsoft Teams Task Service
d05a94d3-4ebf-4d16-a4b5-c5157fe79490 Prod-AzureSustainability
d0ef82bb-244a-4458-9eb4-24a9f093f2c4 Defender for Cloud - Private Link Resource Provider
d176f6e7-38e5-40c9-8a78-3998aab820e7 Microsoft Online Syndication Partner Portal
d29a4c00-4966-492a-84dd-47e779578fb7 Discovery Service
d2a0a418-0aac-4541-82b2-b3142c89da77 Microsoft Operations Management Suite
d3590ed6-52b3-4102-aeff-aad2292ab01c +Microsoft Office
d48cb907-3a0f-481e-a0d1-41097337a938 EAPortals-AAD-PROD-PME
d4ebce55-015a-49b5-a083-c84d1797ae8c Microsoft Intune Enrollment
d52792f4-ba38-424d-8140-ada5b883f293 AAD Terms Of Use
d62121f3-e023-4972-b6b0-794190c0fd98 Office 365 Mover
d66e9e8e-53a4-420c-866d-5bb39aaea675 networkcopilotRP
d6fdaa33-e821-4211-83d0-cf74736489e1 Microsoft Service Trust
d7097cd1-c779-44d0-8c71-ab1f8386a97e Microsoft Office Licensing Service Agents
d73f4b35-55c9-48c7-8b10-651f6f2acb2e MCAPI Authorization Prod
d8877f27-09c0-43aa-8113-40151dae8b14 Microsoft Intune AndroidSync
d88a361a-d488-4271-a13f-a83df7dd99c2 IDML Graph Resolver Service and CAD
d8c767ef-3e9a-48c4-aef9-562696539b39 Request Approvals Read Platform
d9b8ec3a-1e4e-4e08-b3c2-5baf00c0fcb0 HxService
d9ce8cfa-8bd8-4ff1-b39b-5e5dd5742935 Omnichannel for CS CRM ClientApp Primary
db040338-7cb4-44df-a22b-785bde7ce0e2 RPA - Machine Management Relay Service - Application
db44d869-9bce-4198-809b-a806756b0d31 ExchangeRevocationSync
db55028d-e5ba-420f-816a-d18c861aefdf Microsoft Office Licensing Service vNext
dbc36ae1-c097-4df9-8d94-343c3d091a76 Service Encryption
dbcbd02a-d7c4-42fb-8c27-b07e5118b848 Azure Graph
dc457883-bafe-4f8b-a333-29685e7eaa9e DataResidencyServiceApp
dcad865d-9257-4521-ad4d-bae3e137b345 +Microsoft SharePoint Online - SharePoint Home
de096ee1-dae7-4ee1-8dd5-d88ccc473815 MileIQ Admin Center
de17788e-c765-4d31-aba4-fb837cfff174 Skype for Business Management Reporting and Analytics - Legacy
de247707-4e4a-47d6-89fd-3c632f870b34 CloudLicensingSystem
de8bc8b5-d9f9-48b1-a8ad-b748da725064 Graph Explorer
de926fbf-e23b-41f9-ae15-c943a9cfa630 Microsoft Azure Authorization Private Link Provider
dee7ba80-6a55-4f3b-a86c-746a9231ae49 Microsoft AppPlat EMA
df09ff61-2178-45d8-888c-4210c1c7b0b2 O365 UAP Processor
dfe74da8-9279-44ec-8fb2-2aed9e1c73d0 O365 SkypeSpaces Ingestion Service
e03a13ee-9730-4cae-8525-47559c8cf18a +Office Online Service
e08ab642-962a-4175-913c-165f557d799a teams contacts griffin processor
e0ccf59d-5a20-4a87-a122-f42842cdb86a Microsoft Defender for Cloud Scanner Resource Provider
e1335bb1-2aec-4f92-8140-0e6e61ae77e5 CIWebService
e1829006-9cf1-4d05-8b48-2e665cb48e6a +Microsoft Teams Web Client
e1979c22-8b73-4aed-a4da-572cc4d0b832 +App Studio for Microsoft Teams
e1ef36fd-b883-4dbf-97f0-9ece4b576fc6 Yammer Web Embed
e29b5c86-b9ab-4a86-9a20-d10842007599 SharePoint Framework Azure AD Helper
e3335adb-5ca0-40dc-b8d3-bedc094e523b SubscriptionRP
e3583ad2-c781-4224-9b91-ad15a8179ba0 Microsoft.ExtensibleRealUserMonitoring
e3a3c6d7-bd80-4be5-88da-c2226a5d9328 Microsoft Defender For Cloud Billing
e406a681-f3d4-42a8-90b6-c2b029497af1 Azure Storage
e4ab13ed-33cb-41b4-9140-6e264582cf85 Azure SQL Database Backup To Azure Backup Vault
e64aa8bc-8eb4-40e2-898b-cf261a25954f CRM Power BI Integration
e807d0e2-91da-40d6-8cee-e33c91a0b051 PROD Microsoft Defender For Cloud Athena
e81c7467-0fc3-4866-b814-c973488361cd AzureBackup_Fabric_Service
e8ab36af-d4be-4833-a38b-4d6cf1cfd525 Microsoft Social Engagement
e8bdeda8-b4a3-4eed-b307-5e2456238a77 Office365 Shell SS-Server
e8be65d6-d430-4289-a665-51bf2a194bda Microsoft 365 App Catalog Services
e8c77dc2-69b3-43f4-bc51-3213c9d915b4 Microsoft MCP Server for Enterprise
e92b9b37-1b47-4c01-9fbc-91d84450870e All private resources with Global Secure Access
e933bd07-d2ee-4f1d-933c-3752b819567b Azure Monitor Control Service
e935b4a5-8968-416d-8414-caed51c782a9 MicrosoftGuestConfiguration
e95d8bee-4725-4f59-910d-94d415da51b9 Skype for Business Name Dictionary Service
e97edbaf-39b2-4546-ba61-0a24e1bef890 Teams EHR Connector
e9f49c6b-5ce5-44c8-925d-015017e9f7ad Azure Data Lake
ea890292-c8c8-4433-b5ea-b09d0668e1a6 Azure Credential Configuration Endpoint Service
ea9ffc3e-8a23-4a7d-836d-234d7c7565c1 Agent Tools
eacba838-453c-4d3e-8c6a-eb815d3469a3 Microsoft Flow CDS Integration Service TIP1
eace8149-b661-472f-b40d-939f89085bd4 Substrate Instant Revocation Pipeline
ebe0c285-db95-403f-a1a3-a793bd6d7767 +Office MRO Device Manager Service
ec245c98-4a90-40c2-955a-88b727d97151 Azure AD Identity Governance - Directory Management
ee272b19-4411-433f-8f28-5c13cb6fd407 Microsoft 365 Support Service
ee45196f-bd15-4010-9a66-c8497a97a873 Microsoft Defender For Cloud Discovery
ef5d5c69-a5df-46bb-acaf-426f161a21a2 Managed Service Identity
ef947699-9b52-4b31-9a37-ef325c6ffc47 Power Query Online GCC-L4
f09d1391-098c-47d7-ac7e-6ed2afc5016b MicrosoftAzureADFulfillment
f0ae4899-d877-4d3c-ae25-679e38eea492 AAD App Management
f18474f2-a66a-4bb0-a3c9-9b8d892092fa MaintenanceResourceProvider
f2537abf-644e-4a0d-9f7b-c91c45c643db Teams Admin Monitoring Alerting Platform
f25a7567-8ec5-4582-8a65-bfd66b0530cc ReportReplica
f2c304cf-8e7e-4c3f-8164-16299ad9d272 Azure Management Groups
f36c30df-d241-4c14-a0ee-752c71e4d3da IDS-PROD
f3a218b7-5c8f-460b-93af-56b072788c15 Microsoft Workplace Search Service
f3b07414-6bf4-46e6-b63f-56941f3f4128 Microsoft Power Query
f416c5fc-9ac4-4f66-a8e5-cb203139cbe4 OCPS Admin Service
f448d7e5-e313-4f90-a3eb-5dbb3277e4b3 Media Recording for Dynamics 365 Sales
f53895d3-095d-408f-8e93-8f94b391404e Portfolios
f5aeb603-2a64-4f37-b9a8-b544f3542865 Microsoft Teams RetentionHook Service
f5c26e74-f226-4ae8-85f0-b4af0080ac9e Application Insights API
f5eaa862-7f08-448c-9c4e-f4047d4d4521 FindTime
f6b60513-f290-450e-a2f3-9930de61c5e7 Microsoft Azure Log Search Alerts
f7069a8d-9edc-4300-b365-ae53c9627fc4 Microsoft.MileIQ.Dashboard
f8f7a2aa-e116-4ba6-8aea-ca162cfa310d Microsoft Graph Connectors Core
f9d02341-e7aa-456d-926d-4a0ca599fbee Office 365 Enterprise Insights
fb78d390-0c51-40cd-8e17-fdbfab77341b Microsoft Exchange REST API Based Powershell
fbb0ac1a-82dd-478b-a0e5-0b2b98ef38fe Substrate-FileWatcher
fbb123dc-fe45-41fe-ad9f-e42ab0769328 policy enforcer
fc03f97a-9db0-4627-a216-ec98ce54e018 Azure AD Notification
fc0f3af4-6835-4174-b806-f7db311fd2f3 Microsoft Intune Windows Agent
fc68d9e5-1f76-45ef-99aa-214805418498 Azure AD Identity Protection
fc75330b-179d-49af-87dd-3b1acf6827fa AzureAutomation
fc780465-2017-40d4-a0c5-307022471b92 WindowsDefenderATP
fd14a986-6fe4-409a-883e-cdec1009cd54 Intune Grouping and Targeting Client Prod
fd225045-a727-45dc-8caa-77c8eb1b9521 Azure Help Resource Provider
fd642066-7bfc-4b65-9463-6a08841c12f0 Microsoft Purview Platform
fdf9885b-dd37-42bf-82e5-c3129ef5a302 Microsoft Support
fe93bfe1-7947-460a-a5e0-7a5906b51360 Viva Insights
feff8b5b-97f3-4374-a16a-1911ae9e15e9 Cloud Hybrid Search
ff846ae4-7ec9-42f4-8576-eb14198ad5e1 Microsoft Edge management service
ffcb16e8-f789-467c-8ce9-f826a080d987 SharedWithMe
`;
