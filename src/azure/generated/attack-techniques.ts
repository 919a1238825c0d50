/**
 * MITRE ATT&CK techniques, version 18.1: id, tactics in Sentinel's names, and what became of those that are no longer active.
 * Source: mitre/cti, commit 421deacb, 2025-11-13. © 2025 The MITRE Corporation. This work is reproduced and distributed with
 * the permission of The MITRE Corporation; its terms stand in NOTICE. Written by scripts/generate-azure-facts.ts.
 */

export const ATTACK_TECHNIQUES = `
T0800 InhibitResponseFunction
T0801 Collection
T0802 Collection
T0803 InhibitResponseFunction
T0804 InhibitResponseFunction
T0805 InhibitResponseFunction
T0806 ImpairProcessControl
T0807 Execution
T0808 Discovery deprecated
T0809 InhibitResponseFunction
T0810 InitialAccess deprecated
T0811 Collection
T0812 LateralMovement
T0813 Impact
T0814 InhibitResponseFunction
T0815 Impact
T0816 InhibitResponseFunction
T0817 InitialAccess
T0818 InitialAccess deprecated
T0819 InitialAccess
T0820 Evasion
T0821 Execution
T0822 InitialAccess
T0823 Execution
T0824 Discovery deprecated
T0825 Collection deprecated
T0826 Impact
T0827 Impact
T0828 Impact
T0829 Impact
T0830 Collection
T0831 Impact
T0832 Impact
T0833 InhibitResponseFunction,ImpairProcessControl deprecated
T0834 Execution
T0835 InhibitResponseFunction
T0836 ImpairProcessControl
T0837 Impact
T0838 InhibitResponseFunction
T0839 Persistence,ImpairProcessControl
T0840 Discovery
T0841 Discovery deprecated
T0842 Discovery
T0843 LateralMovement
T0844 Execution,LateralMovement deprecated
T0845 Collection
T0846 Discovery
T0847 InitialAccess
T0848 InitialAccess
T0849 Evasion
T0850 Collection deprecated
T0851 Evasion,InhibitResponseFunction
T0852 Collection
T0853 Execution
T0854 Discovery deprecated
T0855 ImpairProcessControl
T0856 Evasion,ImpairProcessControl
T0857 Persistence,InhibitResponseFunction
T0858 Execution,Evasion
T0859 Persistence,LateralMovement
T0860 InitialAccess
T0861 Collection
T0862 InitialAccess
T0863 Execution
T0864 InitialAccess
T0865 InitialAccess
T0866 InitialAccess,LateralMovement
T0867 LateralMovement
T0868 Collection
T0869 CommandAndControl
T0870 Collection deprecated
T0871 Execution
T0872 Evasion
T0873 Persistence
T0874 Execution,PrivilegeEscalation
T0875 Execution,ImpairProcessControl deprecated
T0877 Collection
T0878 InhibitResponseFunction
T0879 Impact
T0880 Impact
T0881 InhibitResponseFunction
T0882 Impact
T0883 InitialAccess
T0884 CommandAndControl
T0885 CommandAndControl
T0886 InitialAccess,LateralMovement
T0887 Discovery,Collection
T0888 Discovery
T0889 Persistence
T0890 PrivilegeEscalation
T0891 Persistence,LateralMovement
T0892 InhibitResponseFunction
T0893 Collection
T0894 Evasion
T0895 Execution
T1001 CommandAndControl
T1001.001 CommandAndControl
T1001.002 CommandAndControl
T1001.003 CommandAndControl
T1002 Exfiltration revoked T1560
T1003 CredentialAccess
T1003.001 CredentialAccess
T1003.002 CredentialAccess
T1003.003 CredentialAccess
T1003.004 CredentialAccess
T1003.005 CredentialAccess
T1003.006 CredentialAccess
T1003.007 CredentialAccess
T1003.008 CredentialAccess
T1004 Persistence revoked T1547.004
T1005 Collection
T1006 DefenseEvasion
T1007 Discovery
T1008 CommandAndControl
T1009 DefenseEvasion revoked T1027.001
T1010 Discovery
T1011 Exfiltration
T1011.001 Exfiltration
T1012 Discovery
T1013 Persistence,PrivilegeEscalation revoked T1547.010
T1014 DefenseEvasion
T1015 Persistence,PrivilegeEscalation revoked T1546.008
T1016 Discovery
T1016.001 Discovery
T1016.002 Discovery
T1017 LateralMovement revoked T1072
T1018 Discovery
T1019 Persistence revoked T1542.001
T1020 Exfiltration
T1020.001 Exfiltration
T1021 LateralMovement
T1021.001 LateralMovement
T1021.002 LateralMovement
T1021.003 LateralMovement
T1021.004 LateralMovement
T1021.005 LateralMovement
T1021.006 LateralMovement
T1021.007 LateralMovement
T1021.008 LateralMovement
T1022 Exfiltration revoked T1560
T1023 Persistence revoked T1547.009
T1024 CommandAndControl revoked T1573
T1025 Collection
T1026 CommandAndControl deprecated
T1027 DefenseEvasion
T1027.001 DefenseEvasion
T1027.002 DefenseEvasion
T1027.003 DefenseEvasion
T1027.004 DefenseEvasion
T1027.005 DefenseEvasion
T1027.006 DefenseEvasion
T1027.007 DefenseEvasion
T1027.008 DefenseEvasion
T1027.009 DefenseEvasion
T1027.010 DefenseEvasion
T1027.011 DefenseEvasion
T1027.012 DefenseEvasion
T1027.013 DefenseEvasion
T1027.014 DefenseEvasion
T1027.015 DefenseEvasion
T1027.016 DefenseEvasion
T1027.017 DefenseEvasion
T1028 Execution,LateralMovement revoked T1021.006
T1029 Exfiltration
T1030 Exfiltration
T1031 Persistence revoked T1543.003
T1032 CommandAndControl revoked T1573
T1033 Discovery
T1034 Persistence,PrivilegeEscalation deprecated
T1035 Execution revoked T1569.002
T1036 DefenseEvasion
T1036.001 DefenseEvasion
T1036.002 DefenseEvasion
T1036.003 DefenseEvasion
T1036.004 DefenseEvasion
T1036.005 DefenseEvasion
T1036.006 DefenseEvasion
T1036.007 DefenseEvasion
T1036.008 DefenseEvasion
T1036.009 DefenseEvasion
T1036.010 DefenseEvasion
T1036.011 DefenseEvasion
T1036.012 DefenseEvasion
T1037 Persistence,PrivilegeEscalation
T1037.001 Persistence,PrivilegeEscalation
T1037.002 Persistence,PrivilegeEscalation
T1037.003 Persistence,PrivilegeEscalation
T1037.004 Persistence,PrivilegeEscalation
T1037.005 Persistence,PrivilegeEscalation
T1038 Persistence,PrivilegeEscalation,DefenseEvasion revoked T1574.001
T1039 Collection
T1040 CredentialAccess,Discovery
T1041 Exfiltration
T1042 Persistence revoked T1546.001
T1043 CommandAndControl deprecated
T1044 Persistence,PrivilegeEscalation revoked T1574.010
T1045 DefenseEvasion revoked T1027.002
T1046 Discovery
T1047 Execution
T1048 Exfiltration
T1048.001 Exfiltration
T1048.002 Exfiltration
T1048.003 Exfiltration
T1049 Discovery
T1050 Persistence,PrivilegeEscalation revoked T1543.003
T1051 LateralMovement deprecated
T1052 Exfiltration
T1052.001 Exfiltration
T1053 Execution,Persistence,PrivilegeEscalation
T1053.001 Execution,Persistence,PrivilegeEscalation revoked T1053.002
T1053.002 Execution,Persistence,PrivilegeEscalation
T1053.003 Execution,Persistence,PrivilegeEscalation
T1053.004 Execution,Persistence,PrivilegeEscalation deprecated
T1053.005 Execution,Persistence,PrivilegeEscalation
T1053.006 Execution,Persistence,PrivilegeEscalation
T1053.007 Execution,Persistence,PrivilegeEscalation
T1054 DefenseEvasion revoked T1562.006
T1055 PrivilegeEscalation,DefenseEvasion
T1055.001 PrivilegeEscalation,DefenseEvasion
T1055.002 PrivilegeEscalation,DefenseEvasion
T1055.003 PrivilegeEscalation,DefenseEvasion
T1055.004 PrivilegeEscalation,DefenseEvasion
T1055.005 PrivilegeEscalation,DefenseEvasion
T1055.008 PrivilegeEscalation,DefenseEvasion
T1055.009 PrivilegeEscalation,DefenseEvasion
T1055.011 PrivilegeEscalation,DefenseEvasion
T1055.012 PrivilegeEscalation,DefenseEvasion
T1055.013 PrivilegeEscalation,DefenseEvasion
T1055.014 PrivilegeEscalation,DefenseEvasion
T1055.015 PrivilegeEscalation,DefenseEvasion
T1056 CredentialAccess,Collection
T1056.001 CredentialAccess,Collection
T1056.002 CredentialAccess,Collection
T1056.003 CredentialAccess,Collection
T1056.004 CredentialAccess,Collection
T1057 Discovery
T1058 Persistence,PrivilegeEscalation revoked T1574.011
T1059 Execution
T1059.001 Execution
T1059.002 Execution
T1059.003 Execution
T1059.004 Execution
T1059.005 Execution
T1059.006 Execution
T1059.007 Execution
T1059.008 Execution
T1059.009 Execution
T1059.010 Execution
T1059.011 Execution
T1059.012 Execution
T1059.013 Execution
T1060 Persistence revoked T1547.001
T1061 Execution deprecated
T1062 Persistence deprecated
T1063 Discovery revoked T1518.001
T1064 Execution,DefenseEvasion deprecated
T1065 CommandAndControl revoked T1571
T1066 DefenseEvasion revoked T1027.005
T1067 Persistence revoked T1542.003
T1068 PrivilegeEscalation
T1069 Discovery
T1069.001 Discovery
T1069.002 Discovery
T1069.003 Discovery
T1070 DefenseEvasion
T1070.001 DefenseEvasion
T1070.002 DefenseEvasion
T1070.003 DefenseEvasion
T1070.004 DefenseEvasion
T1070.005 DefenseEvasion
T1070.006 DefenseEvasion
T1070.007 DefenseEvasion
T1070.008 DefenseEvasion
T1070.009 DefenseEvasion
T1070.010 DefenseEvasion
T1071 CommandAndControl
T1071.001 CommandAndControl
T1071.002 CommandAndControl
T1071.003 CommandAndControl
T1071.004 CommandAndControl
T1071.005 CommandAndControl
T1072 Execution,LateralMovement
T1073 DefenseEvasion revoked T1574.002
T1074 Collection
T1074.001 Collection
T1074.002 Collection
T1075 LateralMovement revoked T1550.002
T1076 LateralMovement revoked T1021.001
T1077 LateralMovement revoked T1021.002
T1078 InitialAccess,Persistence,PrivilegeEscalation,DefenseEvasion
T1078.001 InitialAccess,Persistence,PrivilegeEscalation,DefenseEvasion
T1078.002 InitialAccess,Persistence,PrivilegeEscalation,DefenseEvasion
T1078.003 InitialAccess,Persistence,PrivilegeEscalation,DefenseEvasion
T1078.004 InitialAccess,Persistence,PrivilegeEscalation,DefenseEvasion
T1079 CommandAndControl revoked T1573
T1080 LateralMovement
T1081 CredentialAccess revoked T1552.001
T1082 Discovery
T1083 Discovery
T1084 Persistence revoked T1546.003
T1085 Execution,DefenseEvasion revoked T1218.011
T1086 Execution revoked T1059.001
T1087 Discovery
T1087.001 Discovery
T1087.002 Discovery
T1087.003 Discovery
T1087.004 Discovery
T1088 PrivilegeEscalation,DefenseEvasion revoked T1548.002
T1089 DefenseEvasion revoked T1562.001
T1090 CommandAndControl
T1090.001 CommandAndControl
T1090.002 CommandAndControl
T1090.003 CommandAndControl
T1090.004 CommandAndControl
T1091 InitialAccess,LateralMovement
T1092 CommandAndControl
T1093 DefenseEvasion revoked T1055.012
T1094 CommandAndControl revoked T1095
T1095 CommandAndControl
T1096 DefenseEvasion revoked T1564.004
T1097 LateralMovement revoked T1550.003
T1098 Persistence,PrivilegeEscalation
T1098.001 Persistence,PrivilegeEscalation
T1098.002 Persistence,PrivilegeEscalation
T1098.003 Persistence,PrivilegeEscalation
T1098.004 Persistence,PrivilegeEscalation
T1098.005 Persistence,PrivilegeEscalation
T1098.006 Persistence,PrivilegeEscalation
T1098.007 Persistence,PrivilegeEscalation
T1099 DefenseEvasion revoked T1070.006
T1100 Persistence,PrivilegeEscalation revoked T1505.003
T1101 Persistence revoked T1547.005
T1102 CommandAndControl
T1102.001 CommandAndControl
T1102.002 CommandAndControl
T1102.003 CommandAndControl
T1103 Persistence,PrivilegeEscalation revoked T1546.010
T1104 CommandAndControl
T1105 CommandAndControl
T1106 Execution
T1107 DefenseEvasion revoked T1070.004
T1108 Persistence,DefenseEvasion deprecated
T1109 Persistence,DefenseEvasion revoked T1542.002
T1110 CredentialAccess
T1110.001 CredentialAccess
T1110.002 CredentialAccess
T1110.003 CredentialAccess
T1110.004 CredentialAccess
T1111 CredentialAccess
T1112 Persistence,DefenseEvasion
T1113 Collection
T1114 Collection
T1114.001 Collection
T1114.002 Collection
T1114.003 Collection
T1115 Collection
T1116 DefenseEvasion revoked T1553.002
T1117 Execution,DefenseEvasion revoked T1218.010
T1118 Execution,DefenseEvasion revoked T1218.004
T1119 Collection
T1120 Discovery
T1121 Execution,DefenseEvasion revoked T1218.009
T1122 Persistence,DefenseEvasion revoked T1546.015
T1123 Collection
T1124 Discovery
T1125 Collection
T1126 DefenseEvasion revoked T1070.005
T1127 DefenseEvasion
T1127.001 DefenseEvasion
T1127.002 DefenseEvasion
T1127.003 DefenseEvasion
T1128 Persistence revoked T1546.007
T1129 Execution
T1130 DefenseEvasion revoked T1553.004
T1131 Persistence revoked T1547.002
T1132 CommandAndControl
T1132.001 CommandAndControl
T1132.002 CommandAndControl
T1133 InitialAccess,Persistence
T1134 PrivilegeEscalation,DefenseEvasion
T1134.001 PrivilegeEscalation,DefenseEvasion
T1134.002 PrivilegeEscalation,DefenseEvasion
T1134.003 PrivilegeEscalation,DefenseEvasion
T1134.004 PrivilegeEscalation,DefenseEvasion
T1134.005 PrivilegeEscalation,DefenseEvasion
T1135 Discovery
T1136 Persistence
T1136.001 Persistence
T1136.002 Persistence
T1136.003 Persistence
T1137 Persistence
T1137.001 Persistence
T1137.002 Persistence
T1137.003 Persistence
T1137.004 Persistence
T1137.005 Persistence
T1137.006 Persistence
T1138 Persistence,PrivilegeEscalation revoked T1546.011
T1139 CredentialAccess revoked T1552.003
T1140 DefenseEvasion
T1141 CredentialAccess revoked T1056.002
T1142 CredentialAccess revoked T1555.001
T1143 DefenseEvasion revoked T1564.003
T1144 DefenseEvasion revoked T1553.001
T1145 CredentialAccess revoked T1552.004
T1146 DefenseEvasion revoked T1070.003
T1147 DefenseEvasion revoked T1564.002
T1148 DefenseEvasion revoked T1562.003
T1149 DefenseEvasion deprecated
T1150 Persistence,PrivilegeEscalation,DefenseEvasion revoked T1547.011
T1151 Execution,DefenseEvasion revoked T1036.006
T1152 Execution,Persistence,DefenseEvasion revoked T1569.001
T1153 Execution deprecated
T1154 Execution,Persistence revoked T1546.005
T1155 Execution revoked T1059.002
T1156 Persistence revoked T1546.004
T1157 Persistence,PrivilegeEscalation revoked T1574.004
T1158 Persistence,DefenseEvasion revoked T1564.001
T1159 Persistence revoked T1543.001
T1160 Persistence,PrivilegeEscalation revoked T1543.004
T1161 Persistence revoked T1546.006
T1162 Persistence revoked T1547.011
T1163 Persistence revoked T1037.004
T1164 Persistence revoked T1547.007
T1165 Persistence,PrivilegeEscalation revoked T1037.005
T1166 Persistence,PrivilegeEscalation revoked T1548.001
T1167 CredentialAccess revoked T1555.002
T1168 Execution,Persistence revoked T1053
T1169 PrivilegeEscalation revoked T1548.003
T1170 Execution,DefenseEvasion revoked T1218.005
T1171 CredentialAccess revoked T1557.001
T1172 CommandAndControl revoked T1090.004
T1173 Execution revoked T1559.002
T1174 CredentialAccess revoked T1556.002
T1175 Execution,LateralMovement deprecated
T1176 Persistence
T1176.001 Persistence
T1176.002 Persistence
T1177 Execution,Persistence revoked T1547.008
T1178 PrivilegeEscalation revoked T1134.005
T1179 Persistence,PrivilegeEscalation,CredentialAccess revoked T1056.004
T1180 Persistence revoked T1546.002
T1181 PrivilegeEscalation,DefenseEvasion revoked T1055.011
T1182 Persistence,PrivilegeEscalation revoked T1546.009
T1183 Persistence,PrivilegeEscalation,DefenseEvasion revoked T1546.012
T1184 LateralMovement revoked T1563.001
T1185 Collection
T1186 DefenseEvasion revoked T1055.013
T1187 CredentialAccess
T1188 CommandAndControl revoked T1090.003
T1189 InitialAccess
T1190 InitialAccess
T1191 Execution,DefenseEvasion revoked T1218.003
T1192 InitialAccess revoked T1566.002
T1193 InitialAccess revoked T1566.001
T1194 InitialAccess revoked T1566.003
T1195 InitialAccess
T1195.001 InitialAccess
T1195.002 InitialAccess
T1195.003 InitialAccess
T1196 Execution,DefenseEvasion revoked T1218.002
T1197 Persistence,DefenseEvasion
T1198 Persistence,DefenseEvasion revoked T1553.003
T1199 InitialAccess
T1200 InitialAccess
T1201 Discovery
T1202 DefenseEvasion
T1203 Execution
T1204 Execution
T1204.001 Execution
T1204.002 Execution
T1204.003 Execution
T1204.004 Execution
T1204.005 Execution
T1205 Persistence,DefenseEvasion,CommandAndControl
T1205.001 Persistence,DefenseEvasion,CommandAndControl
T1205.002 Persistence,DefenseEvasion,CommandAndControl
T1206 PrivilegeEscalation revoked T1548.003
T1207 DefenseEvasion
T1208 CredentialAccess revoked T1558.003
T1209 Persistence revoked T1547.003
T1210 LateralMovement
T1211 DefenseEvasion
T1212 CredentialAccess
T1213 Collection
T1213.001 Collection
T1213.002 Collection
T1213.003 Collection
T1213.004 Collection
T1213.005 Collection
T1213.006 Collection
T1214 CredentialAccess revoked T1552.002
T1215 Persistence revoked T1547.006
T1216 DefenseEvasion
T1216.001 DefenseEvasion
T1216.002 DefenseEvasion
T1217 Discovery
T1218 DefenseEvasion
T1218.001 DefenseEvasion
T1218.002 DefenseEvasion
T1218.003 DefenseEvasion
T1218.004 DefenseEvasion
T1218.005 DefenseEvasion
T1218.007 DefenseEvasion
T1218.008 DefenseEvasion
T1218.009 DefenseEvasion
T1218.010 DefenseEvasion
T1218.011 DefenseEvasion
T1218.012 DefenseEvasion
T1218.013 DefenseEvasion
T1218.014 DefenseEvasion
T1218.015 DefenseEvasion
T1219 CommandAndControl
T1219.001 CommandAndControl
T1219.002 CommandAndControl
T1219.003 CommandAndControl
T1220 DefenseEvasion
T1221 DefenseEvasion
T1222 DefenseEvasion
T1222.001 DefenseEvasion
T1222.002 DefenseEvasion
T1223 Execution,DefenseEvasion revoked T1218.001
T1480 DefenseEvasion
T1480.001 DefenseEvasion
T1480.002 DefenseEvasion
T1482 Discovery
T1483 CommandAndControl revoked T1568.002
T1484 PrivilegeEscalation,DefenseEvasion
T1484.001 PrivilegeEscalation,DefenseEvasion
T1484.002 PrivilegeEscalation,DefenseEvasion
T1485 Impact
T1485.001 Impact
T1486 Impact
T1487 Impact revoked T1561.002
T1488 Impact revoked T1561.001
T1489 Impact
T1490 Impact
T1491 Impact
T1491.001 Impact
T1491.002 Impact
T1492 Impact revoked T1565.001
T1493 Impact revoked T1565.002
T1494 Impact revoked T1565.003
T1495 Impact
T1496 Impact
T1496.001 Impact
T1496.002 Impact
T1496.003 Impact
T1496.004 Impact
T1497 DefenseEvasion,Discovery
T1497.001 DefenseEvasion,Discovery
T1497.002 DefenseEvasion,Discovery
T1497.003 DefenseEvasion,Discovery
T1498 Impact
T1498.001 Impact
T1498.002 Impact
T1499 Impact
T1499.001 Impact
T1499.002 Impact
T1499.003 Impact
T1499.004 Impact
T1500 DefenseEvasion revoked T1027.004
T1501 Persistence revoked T1543.002
T1502 PrivilegeEscalation,DefenseEvasion revoked T1134.004
T1503 CredentialAccess revoked T1555.003
T1504 Persistence,PrivilegeEscalation revoked T1546.013
T1505 Persistence
T1505.001 Persistence
T1505.002 Persistence
T1505.003 Persistence
T1505.004 Persistence
T1505.005 Persistence
T1505.006 Persistence
T1506 DefenseEvasion,LateralMovement revoked T1550.004
T1514 PrivilegeEscalation revoked T1548.004
T1518 Discovery
T1518.001 Discovery
T1518.002 Discovery
T1519 Persistence,PrivilegeEscalation revoked T1546.014
T1522 CredentialAccess revoked T1552.005
T1525 Persistence
T1526 Discovery
T1527 DefenseEvasion,LateralMovement revoked T1550.001
T1528 CredentialAccess
T1529 Impact
T1530 Collection
T1531 Impact
T1534 LateralMovement
T1535 DefenseEvasion
T1536 DefenseEvasion revoked T1578.004
T1537 Exfiltration
T1538 Discovery
T1539 CredentialAccess
T1542 Persistence,DefenseEvasion
T1542.001 Persistence,DefenseEvasion
T1542.002 Persistence,DefenseEvasion
T1542.003 Persistence,DefenseEvasion
T1542.004 Persistence,DefenseEvasion
T1542.005 Persistence,DefenseEvasion
T1543 Persistence,PrivilegeEscalation
T1543.001 Persistence,PrivilegeEscalation
T1543.002 Persistence,PrivilegeEscalation
T1543.003 Persistence,PrivilegeEscalation
T1543.004 Persistence,PrivilegeEscalation
T1543.005 Persistence,PrivilegeEscalation
T1546 Persistence,PrivilegeEscalation
T1546.001 Persistence,PrivilegeEscalation
T1546.002 Persistence,PrivilegeEscalation
T1546.003 Persistence,PrivilegeEscalation
T1546.004 Persistence,PrivilegeEscalation
T1546.005 Persistence,PrivilegeEscalation
T1546.006 Persistence,PrivilegeEscalation
T1546.007 Persistence,PrivilegeEscalation
T1546.008 Persistence,PrivilegeEscalation
T1546.009 Persistence,PrivilegeEscalation
T1546.010 Persistence,PrivilegeEscalation
T1546.011 Persistence,PrivilegeEscalation
T1546.012 Persistence,PrivilegeEscalation
T1546.013 Persistence,PrivilegeEscalation
T1546.014 Persistence,PrivilegeEscalation
T1546.015 Persistence,PrivilegeEscalation
T1546.016 Persistence,PrivilegeEscalation
T1546.017 Persistence,PrivilegeEscalation
T1546.018 Persistence,PrivilegeEscalation
T1547 Persistence,PrivilegeEscalation
T1547.001 Persistence,PrivilegeEscalation
T1547.002 Persistence,PrivilegeEscalation
T1547.003 Persistence,PrivilegeEscalation
T1547.004 Persistence,PrivilegeEscalation
T1547.005 Persistence,PrivilegeEscalation
T1547.006 Persistence,PrivilegeEscalation
T1547.007 Persistence,PrivilegeEscalation
T1547.008 Persistence,PrivilegeEscalation
T1547.009 Persistence,PrivilegeEscalation
T1547.010 Persistence,PrivilegeEscalation
T1547.011 Persistence,PrivilegeEscalation revoked T1647
T1547.012 Persistence,PrivilegeEscalation
T1547.013 Persistence,PrivilegeEscalation
T1547.014 Persistence,PrivilegeEscalation
T1547.015 Persistence,PrivilegeEscalation
T1548 PrivilegeEscalation,DefenseEvasion
T1548.001 PrivilegeEscalation,DefenseEvasion
T1548.002 PrivilegeEscalation,DefenseEvasion
T1548.003 PrivilegeEscalation,DefenseEvasion
T1548.004 PrivilegeEscalation,DefenseEvasion
T1548.005 PrivilegeEscalation,DefenseEvasion
T1548.006 PrivilegeEscalation,DefenseEvasion
T1550 DefenseEvasion,LateralMovement
T1550.001 DefenseEvasion,LateralMovement
T1550.002 DefenseEvasion,LateralMovement
T1550.003 DefenseEvasion,LateralMovement
T1550.004 DefenseEvasion,LateralMovement
T1552 CredentialAccess
T1552.001 CredentialAccess
T1552.002 CredentialAccess
T1552.003 CredentialAccess
T1552.004 CredentialAccess
T1552.005 CredentialAccess
T1552.006 CredentialAccess
T1552.007 CredentialAccess
T1552.008 CredentialAccess
T1553 DefenseEvasion
T1553.001 DefenseEvasion
T1553.002 DefenseEvasion
T1553.003 DefenseEvasion
T1553.004 DefenseEvasion
T1553.005 DefenseEvasion
T1553.006 DefenseEvasion
T1554 Persistence
T1555 CredentialAccess
T1555.001 CredentialAccess
T1555.002 CredentialAccess
T1555.003 CredentialAccess
T1555.004 CredentialAccess
T1555.005 CredentialAccess
T1555.006 CredentialAccess
T1556 Persistence,DefenseEvasion,CredentialAccess
T1556.001 Persistence,DefenseEvasion,CredentialAccess
T1556.002 Persistence,DefenseEvasion,CredentialAccess
T1556.003 Persistence,DefenseEvasion,CredentialAccess
T1556.004 Persistence,DefenseEvasion,CredentialAccess
T1556.005 Persistence,DefenseEvasion,CredentialAccess
T1556.006 Persistence,DefenseEvasion,CredentialAccess
T1556.007 Persistence,DefenseEvasion,CredentialAccess
T1556.008 Persistence,DefenseEvasion,CredentialAccess
T1556.009 Persistence,DefenseEvasion,CredentialAccess
T1557 CredentialAccess,Collection
T1557.001 CredentialAccess,Collection
T1557.002 CredentialAccess,Collection
T1557.003 CredentialAccess,Collection
T1557.004 CredentialAccess,Collection
T1558 CredentialAccess
T1558.001 CredentialAccess
T1558.002 CredentialAccess
T1558.003 CredentialAccess
T1558.004 CredentialAccess
T1558.005 CredentialAccess
T1559 Execution
T1559.001 Execution
T1559.002 Execution
T1559.003 Execution
T1560 Collection
T1560.001 Collection
T1560.002 Collection
T1560.003 Collection
T1561 Impact
T1561.001 Impact
T1561.002 Impact
T1562 DefenseEvasion
T1562.001 DefenseEvasion
T1562.002 DefenseEvasion
T1562.003 DefenseEvasion
T1562.004 DefenseEvasion
T1562.006 DefenseEvasion
T1562.007 DefenseEvasion
T1562.008 DefenseEvasion
T1562.009 DefenseEvasion
T1562.010 DefenseEvasion
T1562.011 DefenseEvasion
T1562.012 DefenseEvasion
T1562.013 DefenseEvasion
T1563 LateralMovement
T1563.001 LateralMovement
T1563.002 LateralMovement
T1564 DefenseEvasion
T1564.001 DefenseEvasion
T1564.002 DefenseEvasion
T1564.003 DefenseEvasion
T1564.004 DefenseEvasion
T1564.005 DefenseEvasion
T1564.006 DefenseEvasion
T1564.007 DefenseEvasion
T1564.008 DefenseEvasion
T1564.009 DefenseEvasion
T1564.010 DefenseEvasion
T1564.011 DefenseEvasion
T1564.012 DefenseEvasion
T1564.013 DefenseEvasion
T1564.014 DefenseEvasion
T1565 Impact
T1565.001 Impact
T1565.002 Impact
T1565.003 Impact
T1566 InitialAccess
T1566.001 InitialAccess
T1566.002 InitialAccess
T1566.003 InitialAccess
T1566.004 InitialAccess
T1567 Exfiltration
T1567.001 Exfiltration
T1567.002 Exfiltration
T1567.003 Exfiltration
T1567.004 Exfiltration
T1568 CommandAndControl
T1568.001 CommandAndControl
T1568.002 CommandAndControl
T1568.003 CommandAndControl
T1569 Execution
T1569.001 Execution
T1569.002 Execution
T1569.003 Execution
T1570 LateralMovement
T1571 CommandAndControl
T1572 CommandAndControl
T1573 CommandAndControl
T1573.001 CommandAndControl
T1573.002 CommandAndControl
T1574 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.001 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.002 Persistence,PrivilegeEscalation,DefenseEvasion revoked T1574.001
T1574.004 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.005 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.006 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.007 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.008 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.009 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.010 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.011 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.012 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.013 Persistence,PrivilegeEscalation,DefenseEvasion
T1574.014 Persistence,PrivilegeEscalation,DefenseEvasion
T1578 DefenseEvasion
T1578.001 DefenseEvasion
T1578.002 DefenseEvasion
T1578.003 DefenseEvasion
T1578.004 DefenseEvasion
T1578.005 DefenseEvasion
T1580 Discovery
T1583 ResourceDevelopment
T1583.001 ResourceDevelopment
T1583.002 ResourceDevelopment
T1583.003 ResourceDevelopment
T1583.004 ResourceDevelopment
T1583.005 ResourceDevelopment
T1583.006 ResourceDevelopment
T1583.007 ResourceDevelopment
T1583.008 ResourceDevelopment
T1584 ResourceDevelopment
T1584.001 ResourceDevelopment
T1584.002 ResourceDevelopment
T1584.003 ResourceDevelopment
T1584.004 ResourceDevelopment
T1584.005 ResourceDevelopment
T1584.006 ResourceDevelopment
T1584.007 ResourceDevelopment
T1584.008 ResourceDevelopment
T1585 ResourceDevelopment
T1585.001 ResourceDevelopment
T1585.002 ResourceDevelopment
T1585.003 ResourceDevelopment
T1586 ResourceDevelopment
T1586.001 ResourceDevelopment
T1586.002 ResourceDevelopment
T1586.003 ResourceDevelopment
T1587 ResourceDevelopment
T1587.001 ResourceDevelopment
T1587.002 ResourceDevelopment
T1587.003 ResourceDevelopment
T1587.004 ResourceDevelopment
T1588 ResourceDevelopment
T1588.001 ResourceDevelopment
T1588.002 ResourceDevelopment
T1588.003 ResourceDevelopment
T1588.004 ResourceDevelopment
T1588.005 ResourceDevelopment
T1588.006 ResourceDevelopment
T1588.007 ResourceDevelopment
T1589 Reconnaissance
T1589.001 Reconnaissance
T1589.002 Reconnaissance
T1589.003 Reconnaissance
T1590 Reconnaissance
T1590.001 Reconnaissance
T1590.002 Reconnaissance
T1590.003 Reconnaissance
T1590.004 Reconnaissance
T1590.005 Reconnaissance
T1590.006 Reconnaissance
T1591 Reconnaissance
T1591.001 Reconnaissance
T1591.002 Reconnaissance
T1591.003 Reconnaissance
T1591.004 Reconnaissance
T1592 Reconnaissance
T1592.001 Reconnaissance
T1592.002 Reconnaissance
T1592.003 Reconnaissance
T1592.004 Reconnaissance
T1593 Reconnaissance
T1593.001 Reconnaissance
T1593.002 Reconnaissance
T1593.003 Reconnaissance
T1594 Reconnaissance
T1595 Reconnaissance
T1595.001 Reconnaissance
T1595.002 Reconnaissance
T1595.003 Reconnaissance
T1596 Reconnaissance
T1596.001 Reconnaissance
T1596.002 Reconnaissance
T1596.003 Reconnaissance
T1596.004 Reconnaissance
T1596.005 Reconnaissance
T1597 Reconnaissance
T1597.001 Reconnaissance
T1597.002 Reconnaissance
T1598 Reconnaissance
T1598.001 Reconnaissance
T1598.002 Reconnaissance
T1598.003 Reconnaissance
T1598.004 Reconnaissance
T1599 DefenseEvasion
T1599.001 DefenseEvasion
T1600 DefenseEvasion
T1600.001 DefenseEvasion
T1600.002 DefenseEvasion
T1601 DefenseEvasion
T1601.001 DefenseEvasion
T1601.002 DefenseEvasion
T1602 Collection
T1602.001 Collection
T1602.002 Collection
T1606 CredentialAccess
T1606.001 CredentialAccess
T1606.002 CredentialAccess
T1608 ResourceDevelopment
T1608.001 ResourceDevelopment
T1608.002 ResourceDevelopment
T1608.003 ResourceDevelopment
T1608.004 ResourceDevelopment
T1608.005 ResourceDevelopment
T1608.006 ResourceDevelopment
T1609 Execution
T1610 Execution,DefenseEvasion
T1611 PrivilegeEscalation
T1612 DefenseEvasion
T1613 Discovery
T1614 Discovery
T1614.001 Discovery
T1615 Discovery
T1619 Discovery
T1620 DefenseEvasion
T1621 CredentialAccess
T1622 DefenseEvasion,Discovery
T1647 DefenseEvasion
T1648 Execution
T1649 CredentialAccess
T1650 ResourceDevelopment
T1651 Execution
T1652 Discovery
T1653 Persistence
T1654 Discovery
T1656 DefenseEvasion
T1657 Impact
T1659 InitialAccess,CommandAndControl
T1665 CommandAndControl
T1666 DefenseEvasion
T1667 Impact
T1668 Persistence
T1669 InitialAccess
T1671 Persistence
T1672 DefenseEvasion
T1673 Discovery
T1674 Execution
T1675 Execution
T1677 Execution
T1678 DefenseEvasion
T1679 DefenseEvasion
T1680 Discovery
T1681 Reconnaissance
`;
